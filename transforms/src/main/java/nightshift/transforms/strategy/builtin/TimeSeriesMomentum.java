package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Indicators.volatilityAt;

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
 * Momentum of each symbol by itself: every {@code rebalance} days of the calendar, long when the
 * close is above that of {@code lookback} bars ago, short when below, with the weight {@code min(1,
 * target / volatility)}, the volatility being the annualised one of the last {@code volatility}
 * daily returns.
 *
 * <p>Days are counted from the last one before the traded days. A symbol without a bar on such a
 * day decides at its next bar.
 *
 * <p>Source: T. Moskowitz, Y. H. Ooi, L. H. Pedersen, Time Series Momentum, Journal of Financial
 * Economics 104 (2012), there with futures, exponentially weighted volatility, and leverage, which
 * is not allowed here.
 */
public final class TimeSeriesMomentum implements Strategy {
  private static final Parameter LOOKBACK = Parameter.whole("lookback", 21, 252, 21);
  private static final Parameter REBALANCE = Parameter.whole("rebalance", 5, 63, 2);
  private static final Parameter VOLATILITY = Parameter.whole("volatility", 20, 120, 10);
  private static final Parameter TARGET = Parameter.decimal("target", "0.05", "0.4", "0.05");

  @Override
  public String name() {
    return "ts_momentum";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LOOKBACK, REBALANCE, VOLATILITY, TARGET);
  }

  @Override
  public double[] textbook() {
    return new double[] {252, 21, 60, 0.4};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 253;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    int lookback = values.integer(LOOKBACK);
    int rebalance = values.integer(REBALANCE);
    int returns = values.integer(VOLATILITY);
    double target = values.real(TARGET);
    for (Bars bars : block) {
      double[] close = bars.close();
      for (int day = block.window().from() - 1; day < block.window().to(); day += rebalance) {
        int t = bars.barFrom(day);
        if (t >= bars.length()) {
          break;
        }
        double volatility = volatilityAt(bars, returns, t);
        if (t >= lookback && !Double.isNaN(volatility)) {
          double direction = Math.signum(close[t] - close[t - lookback]);
          targets.set(bars, t, direction * Math.min(1, target / volatility));
        }
      }
    }
  }
}
