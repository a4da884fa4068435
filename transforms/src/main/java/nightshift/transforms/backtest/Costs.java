package nightshift.transforms.backtest;

import java.io.Serializable;

/**
 * What a fill costs, in basis points (1/100 of a percent) of the value that changes hands, on each
 * side: to buy and sell again costs twice as much.
 *
 * @param commissionBps from 0 to 1000
 * @param slippageBps from 0 to 1000
 */
public record Costs(double commissionBps, double slippageBps) implements Serializable {
  /** 5 basis points of commission and 5 of slippage. */
  public static final Costs DEFAULT = new Costs(5, 5);

  private static final double MOST = 1000;

  public Costs {
    check("commission", commissionBps);
    check("slippage", slippageBps);
  }

  private static void check(String name, double bps) {
    if (!(bps >= 0 && bps <= MOST)) {
      throw new IllegalArgumentException(
          name + " must be 0 to " + (int) MOST + " basis points, got " + bps);
    }
  }

  /** Both together as a fraction: 0.001 for 10 basis points. */
  public double perSide() {
    return (commissionBps + slippageBps) / 10_000;
  }
}
