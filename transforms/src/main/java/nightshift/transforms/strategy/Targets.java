package nightshift.transforms.strategy;

import java.util.Arrays;

/**
 * The weights that a strategy wants, as changes: from the close of a bar on, this much of a symbol,
 * until the next change. Reused from candidate to candidate; an instance belongs to one worker.
 */
public final class Targets {
  private int[] counts = new int[0];
  private int[][] bars = new int[0][];
  private double[][] weights = new double[0][];

  /** Forgets everything and makes room for as many symbols; all of them are flat. */
  public void reset(int symbols) {
    if (counts.length < symbols) {
      int known = bars.length;
      counts = new int[symbols];
      bars = Arrays.copyOf(bars, symbols);
      weights = Arrays.copyOf(weights, symbols);
      for (int i = known; i < symbols; i++) {
        bars[i] = new int[8];
        weights[i] = new double[8];
      }
    }
    Arrays.fill(counts, 0);
  }

  /**
   * Wants a weight of a symbol from the close of a bar on; nothing happens when that is the weight
   * already wanted.
   *
   * @param symbol the symbol as this block has it
   * @param bar at whose close it is decided: at least {@link Bars#first()}, and not before the bar
   *     of an earlier call for the same symbol
   * @param weight from -1 (short) over 0 (flat) to 1 (long)
   */
  public void set(Bars symbol, int bar, double weight) {
    int i = symbol.index();
    int count = counts[i];
    double current = count == 0 ? 0 : weights[i][count - 1];
    if (weight == current) {
      return;
    }
    check(symbol, bar, weight, count == 0 ? symbol.first() : bars[i][count - 1]);
    if (count > 0 && bars[i][count - 1] == bar) {
      replaceLast(i, weight);
      return;
    }
    if (count == bars[i].length) {
      bars[i] = Arrays.copyOf(bars[i], 2 * count);
      weights[i] = Arrays.copyOf(weights[i], 2 * count);
    }
    bars[i][count] = bar;
    weights[i][count] = weight;
    counts[i] = count + 1;
  }

  /** A second word on the same bar counts; one that takes the first back leaves no change. */
  private void replaceLast(int i, double weight) {
    int count = counts[i];
    double before = count == 1 ? 0 : weights[i][count - 2];
    if (weight == before) {
      counts[i] = count - 1;
    } else {
      weights[i][count - 1] = weight;
    }
  }

  private static void check(Bars symbol, int bar, double weight, int earliest) {
    if (!(weight >= -1 && weight <= 1)) {
      throw new IllegalArgumentException(
          symbol.symbol() + ", bar " + bar + ": weight must be -1 to 1, got " + weight);
    }
    if (bar < earliest || bar >= symbol.length()) {
      throw new IllegalArgumentException(
          symbol.symbol()
              + ": bar must be "
              + earliest
              + " to "
              + (symbol.length() - 1)
              + ", got "
              + bar);
    }
  }

  /** How many changes there are of the i-th symbol. */
  public int count(int symbol) {
    return counts[symbol];
  }

  /**
   * The bars at whose close the i-th symbol's weight changes, ascending; not a copy, may be longer.
   */
  public int[] bars(int symbol) {
    return bars[symbol];
  }

  /** The weights that those changes lead to; not a copy, may be longer than the count. */
  public double[] weights(int symbol) {
    return weights[symbol];
  }

  /** The weight wanted at the close of a bar, for tests and reports; the backtest reads changes. */
  public double at(int symbol, int bar) {
    double weight = 0;
    for (int c = 0; c < counts[symbol] && bars[symbol][c] <= bar; c++) {
      weight = weights[symbol][c];
    }
    return weight;
  }
}
