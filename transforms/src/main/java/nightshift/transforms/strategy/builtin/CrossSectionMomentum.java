package nightshift.transforms.strategy.builtin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/**
 * Winners of the past: every {@code holding} days of the calendar all symbols are ranked by their
 * return over {@code formation} bars that ended {@code skip} bars ago, and the {@code top} share of
 * them (rounded, at least one) is held in equal weights that sum to 1, until the next ranking.
 *
 * <p>Days are counted from the last one before the traded days. A symbol without a bar on that day,
 * or without all the bars looked back on, is not ranked; where it was held, it is sold (decided at
 * its next bar). Of equal returns, the symbol first in order counts as the better one.
 *
 * <p>Source: N. Jegadeesh, S. Titman, Returns to Buying Winners and Selling Losers, Journal of
 * Finance 48 (1993). They also sell the losers short and hold overlapping portfolios; this one is
 * long only, and one portfolio at a time.
 */
public final class CrossSectionMomentum implements Strategy {
  private static final Parameter FORMATION = Parameter.whole("formation", 63, 252, 21);
  private static final Parameter SKIP = Parameter.whole("skip", 0, 21, 1);
  private static final Parameter HOLDING = Parameter.whole("holding", 5, 126, 11);
  private static final Parameter TOP = Parameter.decimal("top", "0.05", "0.3", "0.05");

  @Override
  public String name() {
    return "xs_momentum";
  }

  @Override
  public Scope scope() {
    return Scope.PANEL;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(FORMATION, SKIP, HOLDING, TOP);
  }

  @Override
  public double[] textbook() {
    return new double[] {126, 5, 126, 0.1};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 252 + 21 + 1;
  }

  /** Two returns a symbol, and a change of every symbol at every ranking. */
  @Override
  public long workingBytes(int symbols, int days) {
    long rankings = days / (long) HOLDING.min() + 2;
    return symbols * (2 * Double.BYTES + 24 * rankings);
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    int holding = values.integer(HOLDING);
    double[] returns = new double[block.size()];
    double[] sorted = new double[block.size()];
    for (int day = block.window().from() - 1; day < block.window().to(); day += holding) {
      rank(block, day, values.integer(FORMATION), values.integer(SKIP), returns);
      hold(block, day, values.real(TOP), returns, sorted, targets);
    }
  }

  /** Fills in each symbol's return as of a day; NaN where it is not ranked. */
  private static void rank(Block block, int day, int formation, int skip, double[] returns) {
    for (int i = 0; i < returns.length; i++) {
      Bars bars = block.get(i);
      int t = bars.barFrom(day);
      boolean ranked = t < bars.length() && bars.days()[t] == day && t - skip - formation >= 0;
      double[] close = bars.close();
      returns[i] = ranked ? close[t - skip] / close[t - skip - formation] - 1 : Double.NaN;
    }
  }

  private static void hold(
      Block block, int day, double top, double[] returns, double[] sorted, Targets targets) {
    int ranked = sort(returns, sorted);
    int held = ranked == 0 ? 0 : Math.max(1, (int) Math.round(top * ranked));
    double least = held == 0 ? Double.POSITIVE_INFINITY : sorted[ranked - held];
    int ties = held - above(least, sorted, ranked);
    for (int i = 0; i < returns.length; i++) {
      boolean wanted = returns[i] > least || returns[i] == least && ties-- > 0;
      Bars bars = block.get(i);
      int t = bars.barFrom(day);
      if (t < bars.length()) {
        targets.set(bars, t, wanted ? 1.0 / held : 0);
      }
    }
  }

  /** Sorts the returns of the symbols that are ranked, and says how many these are. */
  private static int sort(double[] returns, double[] sorted) {
    int ranked = 0;
    for (double r : returns) {
      if (!Double.isNaN(r)) {
        sorted[ranked++] = r;
      }
    }
    Arrays.sort(sorted, 0, ranked);
    return ranked;
  }

  private static int above(double least, double[] sorted, int length) {
    int count = 0;
    while (count < length && sorted[length - 1 - count] > least) {
      count++;
    }
    return count;
  }
}
