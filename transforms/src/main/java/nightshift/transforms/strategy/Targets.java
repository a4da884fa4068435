package nightshift.transforms.strategy;

import java.util.Arrays;

/**
 * The weights that a strategy wants, as changes: from the close of a bar on, this much of a symbol,
 * until the next change. Reused from candidate to candidate; an instance belongs to one worker.
 */
public final class Targets {
  /** Of a symbol's first change; most symbols of a whole market have none. */
  private static final int FIRST_ROOM = 4;

  private static final int BYTES_OF_CHANGE = Integer.BYTES + Double.BYTES;

  /** Headers of a symbol's two arrays. */
  private static final int BYTES_OF_ARRAYS = 32;

  /** What a symbol takes before it has a change: a count, and two references. */
  private static final int BYTES_OF_SYMBOL = 3 * Integer.BYTES;

  private int[] counts = new int[0];
  private int[][] bars = new int[0][];
  private double[][] weights = new double[0][];
  private long bytes;

  /** Forgets everything and makes room for as many symbols; all of them are flat. */
  public void reset(int symbols) {
    if (counts.length < symbols) {
      bytes += (long) BYTES_OF_SYMBOL * (symbols - counts.length);
      counts = new int[symbols];
      bars = Arrays.copyOf(bars, symbols);
      weights = Arrays.copyOf(weights, symbols);
    } else {
      Arrays.fill(counts, 0, symbols, 0);
    }
  }

  /** About how many bytes this takes, room for later included. */
  public long bytes() {
    return bytes;
  }

  private void add(int symbol, int bar, double weight) {
    int count = counts[symbol]++;
    if (bars[symbol] == null) {
      bars[symbol] = new int[FIRST_ROOM];
      weights[symbol] = new double[FIRST_ROOM];
      bytes += BYTES_OF_ARRAYS + FIRST_ROOM * BYTES_OF_CHANGE;
    } else if (count == bars[symbol].length) {
      bars[symbol] = Arrays.copyOf(bars[symbol], 2 * count);
      weights[symbol] = Arrays.copyOf(weights[symbol], 2 * count);
      bytes += (long) count * BYTES_OF_CHANGE;
    }
    bars[symbol][count] = bar;
    weights[symbol][count] = weight;
  }

  /** A second word on the same bar counts; one that takes the first back leaves no change. */
  private void again(Bars symbol, int bar, double weight) {
    int place = symbol.index();
    int count = counts[place];
    check(symbol, bar, weight, count == 0 ? symbol.first() : bars[place][count - 1]);
    double before = count == 1 ? 0 : weights[place][count - 2];
    if (weight == before) {
      counts[place]--;
    } else {
      weights[place][count - 1] = weight;
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
    int place = symbol.index();
    int last = counts[place] - 1;
    double current = last < 0 ? 0 : weights[place][last];
    if (weight == current) {
      return;
    }
    int latest = last < 0 ? symbol.first() - 1 : bars[place][last];
    if (bar > latest && bar < symbol.length() && weight >= -1 && weight <= 1) {
      add(place, bar, weight);
    } else {
      again(symbol, bar, weight);
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
   * The bars at whose close the i-th symbol's weight changes, ascending; not a copy, may be longer,
   * and null where there has been none yet.
   */
  public int[] bars(int symbol) {
    return bars[symbol];
  }

  /** The weights that those changes lead to; not a copy, as {@link #bars}. */
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
