package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Indicators.sma;

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
 * Two moving averages that cross, with a band in which nothing is done: long once the fast average
 * of closes is above {@code slow * (1 + band)}, flat once it is below {@code slow * (1 - band)}.
 *
 * <p>Source: W. Brock, J. Lakonishok, B. LeBaron, Simple Technical Trading Rules and the Stochastic
 * Properties of Stock Returns, Journal of Finance 47 (1992). Theirs goes short below the band; this
 * one is long only.
 */
public final class SmaCross implements Strategy {
  private static final Parameter FAST = Parameter.whole("fast", 1, 50, 1);
  private static final Parameter SLOW = Parameter.whole("slow", 50, 250, 5);
  private static final Parameter BAND = Parameter.decimal("band", "0", "0.02", "0.0025");

  @Override
  public String name() {
    return "sma_cross";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(FAST, SLOW, BAND);
  }

  @Override
  public double[] textbook() {
    return new double[] {1, 200, 0.01};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 250;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    double above = 1 + values.real(BAND);
    double below = 1 - values.real(BAND);
    int defined = Math.max(values.integer(FAST), values.integer(SLOW)) - 1;
    for (Bars bars : block) {
      double[] fast = sma(bars, values.integer(FAST));
      double[] slow = sma(bars, values.integer(SLOW));
      int end = bars.length();
      int t = firstAbove(fast, slow, above, Math.max(bars.first(), defined), end);
      while (t < end) {
        targets.set(bars, t, 1);
        t = firstBelow(fast, slow, below, t + 1, end);
        if (t < end) {
          targets.set(bars, t, 0);
          t = firstAbove(fast, slow, above, t + 1, end);
        }
      }
    }
  }

  private static int firstAbove(double[] fast, double[] slow, double factor, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!(fast[t] <= slow[t] * factor)) {
        return t;
      }
    }
    return to;
  }

  private static int firstBelow(double[] fast, double[] slow, double factor, int from, int to) {
    for (int t = from; t < to; t++) {
      if (fast[t] < slow[t] * factor) {
        return t;
      }
    }
    return to;
  }
}
