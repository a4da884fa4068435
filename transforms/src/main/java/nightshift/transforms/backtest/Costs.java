package nightshift.transforms.backtest;

import java.io.Serializable;

/**
 * What a fill costs, on each side: to buy and sell again costs twice as much. Basis points are
 * 1/100 of a percent of the value that changes hands.
 *
 * <p>The commission is {@code commissionBps} of that value, and at least {@code minCommission} a
 * fill. What such a minimum is of the capital depends on how much capital there is, and into how
 * many parts it goes: it is {@code minCommission / (capital / symbols)} where each symbol is traded
 * by itself with an equal part, symbols being those that have a bar that day, and {@code
 * minCommission / capital} where weights are shares of the whole. The capital is what the account
 * is brought back to each morning, so that a daily return means the same amount of money on every
 * day; where gains are left in it, a minimum weighs less than is counted here.
 *
 * <p>Slippage is {@code slippageBps}, and {@code slippageVol} of the symbol's own daily volatility:
 * the root of the mean square of its last {@value FillCosts#RETURNS} daily returns up to the close
 * before the fill, or of those that there are. That part is at most {@link #MOST_OF_VOLATILITY}, as
 * a print off by a factor is no volatility.
 *
 * @param commissionBps from 0 to 2000
 * @param slippageBps from 0 to 2000
 * @param slippageVol share of a day's volatility, from 0 to 2
 * @param minCommission in the currency of the prices, at least 0
 * @param capital in the same currency, above 0; matters only with a minimum
 */
public record Costs(
    double commissionBps,
    double slippageBps,
    double slippageVol,
    double minCommission,
    double capital)
    implements Serializable {

  /** What is invested, unless said otherwise. */
  public static final double DEFAULT_CAPITAL = 100_000;

  /** 5 basis points of commission and 5 of slippage. */
  public static final Costs DEFAULT = new Costs(5, 5);

  /** The largest slippage for volatility, a side, as a fraction. */
  static final double MOST_OF_VOLATILITY = 0.1;

  /** Twice what a user may set, as costs are doubled to see what depends on them. */
  private static final double MOST_BPS = 2000;

  private static final double MOST_VOL = 2;

  public Costs {
    check("commission", commissionBps, MOST_BPS, " basis points");
    check("slippage", slippageBps, MOST_BPS, " basis points");
    check("slippageVol", slippageVol, MOST_VOL, "");
    check("minCommission", minCommission, Double.MAX_VALUE, "");
    if (!(capital > 0 && capital <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("capital must be above 0, got " + capital);
    }
  }

  /** The same share of the value in every fill. */
  public Costs(double commissionBps, double slippageBps) {
    this(commissionBps, slippageBps, 0, 0, DEFAULT_CAPITAL);
  }

  private static void check(String name, double value, double most, String unit) {
    if (!(value >= 0 && value <= most)) {
      String range = most == Double.MAX_VALUE ? "at least 0" : "0 to " + (int) most;
      throw new IllegalArgumentException(name + " must be " + range + unit + ", got " + value);
    }
  }

  /**
   * Commission without a minimum and fixed slippage together, as a fraction: 0.001 for 10 basis
   * points.
   */
  public double perSide() {
    return (commissionBps + slippageBps) / 10_000;
  }

  /** Whether a fill costs {@link #perSide()} of its value, whatever and whenever it is. */
  public boolean isConstant() {
    return slippageVol == 0 && minCommission == 0;
  }

  /** How many bars before the first fill have to be known. */
  public int warmUp() {
    return slippageVol == 0 ? 0 : FillCosts.BARS;
  }

  /**
   * The same costs some times over.
   *
   * @param factor from 0 to 2
   */
  public Costs times(double factor) {
    return new Costs(
        commissionBps * factor,
        slippageBps * factor,
        slippageVol * factor,
        minCommission * factor,
        capital);
  }
}
