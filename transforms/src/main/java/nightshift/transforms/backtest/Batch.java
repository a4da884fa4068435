package nightshift.transforms.backtest;

import java.util.Arrays;
import nightshift.transforms.stats.Outcome;
import nightshift.transforms.stats.TradeTally;

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
  private TradeTally[] tallies = new TradeTally[0];
  private boolean followed;

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
    followed = false;
    for (int i = 0; i < size; i++) {
      Arrays.fill(returns[i], 0);
      trades[i] = 0;
    }
  }

  /** Makes room for what becomes of each trade too. */
  void follow() {
    int known = tallies.length;
    if (known < size) {
      tallies = Arrays.copyOf(tallies, size);
      Arrays.setAll(tallies, i -> i < known ? tallies[i] : new TradeTally());
    }
    for (int i = 0; i < size; i++) {
      tallies[i].reset();
    }
    followed = true;
  }

  TradeTally tally(int candidate) {
    return tallies[candidate];
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

  /** All that objectives look at; what was not followed is NaN. */
  public Outcome outcome(int candidate) {
    double[] daily = returns(candidate);
    return followed
        ? new Outcome(
            daily, trades[candidate], tallies[candidate].sqn(), tallies[candidate].turnover(days))
        : new Outcome(daily, trades[candidate], Double.NaN, Double.NaN);
  }

  private int checked(int candidate) {
    if (candidate >= size) {
      throw new IndexOutOfBoundsException("candidate " + candidate + " of " + size);
    }
    return candidate;
  }
}
