package nightshift.transforms.strategy.builtin;

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
    PastReturns past = PastReturns.of(block);
    int formation = values.integer(FORMATION);
    int skip = values.integer(SKIP);
    int holding = values.integer(HOLDING);
    Best best = block.memo(Best.class, b -> new Best(b.size()));
    boolean[] held = new boolean[block.size()];
    for (int day = block.window().from() - 1; day < block.window().to(); day += holding) {
      double[] returns = past.at(day, formation, skip);
      best.choose(returns, values.real(TOP));
      hold(block, day, returns, best, held, targets);
    }
  }

  private static void hold(
      Block block, int day, double[] returns, Best best, boolean[] held, Targets targets) {
    double least = best.least();
    int ties = best.ties();
    for (int i = 0; i < held.length; i++) {
      boolean wanted = returns[i] > least || returns[i] == least && ties-- > 0;
      if (wanted || held[i]) {
        Bars bars = block.get(i);
        int t = bars.barFrom(day);
        if (t < bars.length()) {
          targets.set(bars, t, wanted ? 1.0 / best.count() : 0);
        }
        held[i] = wanted;
      }
    }
  }
}
