package nightshift.transforms.proof;

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
 * A strategy of a few lines, long or flat bar by bar; tests make honest and dishonest ones of it.
 */
abstract class Toy implements Strategy {
  static final Parameter BARS = Parameter.whole("bars", 5, 20, 1);
  private static final List<Parameter> PARAMETERS = List.of(BARS);

  /** Long while the close is above its mean of some bars: keeps every promise. */
  static class Honest extends Toy {
    @Override
    boolean isLong(Block block, Bars bars, int t, int n) {
      return t + 1 >= n && bars.close()[t] > mean(bars.close(), t + 1 - n, t + 1);
    }
  }

  static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public double[] textbook() {
    return new double[] {10};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 20;
  }

  /** The weight of a symbol when it is wanted. */
  double weight(Block block) {
    return scope() == Scope.SYMBOL ? 1 : 1.0 / 64;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    for (Bars bars : block) {
      for (int t = bars.first(); t < bars.length(); t++) {
        boolean wanted = isLong(block, bars, t, values.integer(BARS));
        targets.set(bars, t, wanted ? weight(block) : 0);
      }
    }
  }

  /** Whether a symbol is wanted at the close of a bar. */
  abstract boolean isLong(Block block, Bars bars, int t, int n);
}
