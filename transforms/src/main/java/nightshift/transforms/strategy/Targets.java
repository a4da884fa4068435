package nightshift.transforms.strategy;

import java.util.Arrays;

/**
 * The weights that a strategy wants, as changes: from the close of a bar on, this much of a symbol,
 * until the next change. Reused from candidate to candidate; an instance belongs to one worker.
 */
public final class Targets {
  private Changes[] symbols = new Changes[0];

  /** The changes of one symbol. */
  private static final class Changes {
    private int count;
    private int[] bars = new int[8];
    private double[] weights = new double[8];

    private void set(Bars symbol, int bar, double weight) {
      int last = count - 1;
      double current = last < 0 ? 0 : weights[last];
      if (weight == current) {
        return;
      }
      int latest = last < 0 ? symbol.first() - 1 : bars[last];
      if (!(bar > latest && bar < symbol.length() && weight >= -1 && weight <= 1)) {
        again(symbol, bar, weight);
        return;
      }
      if (count == bars.length) {
        grow();
      }
      bars[count] = bar;
      weights[count] = weight;
      count++;
    }

    private void grow() {
      bars = Arrays.copyOf(bars, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
    }

    /** A second word on the same bar counts; one that takes the first back leaves no change. */
    private void again(Bars symbol, int bar, double weight) {
      check(symbol, bar, weight, count == 0 ? symbol.first() : bars[count - 1]);
      double before = count == 1 ? 0 : weights[count - 2];
      if (weight == before) {
        count--;
      } else {
        weights[count - 1] = weight;
      }
    }
  }

  /** Forgets everything and makes room for as many symbols; all of them are flat. */
  public void reset(int symbols) {
    int known = this.symbols.length;
    if (known < symbols) {
      this.symbols = Arrays.copyOf(this.symbols, symbols);
      for (int i = known; i < symbols; i++) {
        this.symbols[i] = new Changes();
      }
    }
    for (int i = 0; i < symbols; i++) {
      this.symbols[i].count = 0;
    }
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
    symbols[symbol.index()].set(symbol, bar, weight);
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
    return symbols[symbol].count;
  }

  /**
   * The bars at whose close the i-th symbol's weight changes, ascending; not a copy, may be longer.
   */
  public int[] bars(int symbol) {
    return symbols[symbol].bars;
  }

  /** The weights that those changes lead to; not a copy, may be longer than the count. */
  public double[] weights(int symbol) {
    return symbols[symbol].weights;
  }

  /** The weight wanted at the close of a bar, for tests and reports; the backtest reads changes. */
  public double at(int symbol, int bar) {
    Changes changes = symbols[symbol];
    double weight = 0;
    for (int c = 0; c < changes.count && changes.bars[c] <= bar; c++) {
      weight = changes.weights[c];
    }
    return weight;
  }
}
