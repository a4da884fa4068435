package nightshift.transforms.backtest;

import java.util.Arrays;

/**
 * What a search wants to know of some candidates, in the order in which they were given.
 * Overwritten by the next search of the same {@link Backtest}. Takes 8 bytes for each candidate and
 * day.
 */
public final class Batch {
  private final int days;
  private int size;
  private double[][] returns = new double[0][];
  private int[] trades = new int[0];

  Batch(int days) {
    this.days = days;
  }

  int days() {
    return days;
  }

  /** Makes room for as many candidates, without returns and trades so far. */
  void reset(int candidates) {
    int known = returns.length;
    if (known < candidates) {
      returns = Arrays.copyOf(returns, candidates);
      trades = Arrays.copyOf(trades, candidates);
      for (int i = known; i < candidates; i++) {
        returns[i] = new double[days];
      }
    }
    size = candidates;
    for (int i = 0; i < size; i++) {
      Arrays.fill(returns[i], 0);
      trades[i] = 0;
    }
  }

  void addTrades(int candidate, int count) {
    trades[candidate] += count;
  }

  /** How many candidates there are. */
  public int size() {
    return size;
  }

  /** The portfolio's net return on each day of the window, as a fraction; not a copy. */
  public double[] returns(int candidate) {
    return returns[checked(candidate)];
  }

  /** How many trades were begun. */
  public int trades(int candidate) {
    return trades[checked(candidate)];
  }

  private int checked(int candidate) {
    if (candidate >= size) {
      throw new IndexOutOfBoundsException("candidate " + candidate + " of " + size);
    }
    return candidate;
  }
}
