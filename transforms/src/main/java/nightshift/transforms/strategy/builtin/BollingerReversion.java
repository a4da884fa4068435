package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Indicators.atr;
import static nightshift.transforms.strategy.Indicators.sma;
import static nightshift.transforms.strategy.Indicators.standardDeviation;

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
 * Back to the mean: long once the close is below the lower Bollinger band, {@code width} population
 * standard deviations under the mean of the last {@code window} closes; flat once it is at or above
 * that mean, or below the stop. The stop lies {@code stop} average true ranges (over 14 bars) under
 * the close at which the dip was seen, both as of that bar, and does not move. After a stop nothing
 * is bought until the close has been back inside the band, else the stop would be undone the next
 * day.
 *
 * <p>Source: J. Bollinger, Bollinger on Bollinger Bands (2001), for the bands with 20 bars and 2
 * deviations; the stop is ours.
 */
public final class BollingerReversion implements Strategy {
  private static final Parameter WINDOW = Parameter.whole("window", 10, 60, 2);
  private static final Parameter WIDTH = Parameter.decimal("width", "1", "3", "0.25");
  private static final Parameter STOP = Parameter.decimal("stop", "1", "4", "0.5");
  private static final int ATR = 14;

  @Override
  public String name() {
    return "bollinger_reversion";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(WINDOW, WIDTH, STOP);
  }

  @Override
  public double[] textbook() {
    return new double[] {20, 2, 3};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.HIGH, Column.LOW, Column.CLOSE);
  }

  /** Ten times the ATR, which remembers every bar but forgets 99.99 % of it by then. */
  @Override
  public int warmUp() {
    return 10 * ATR;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    for (Bars bars : block) {
      positions(bars, values, targets);
    }
  }

  private static void positions(Bars bars, Values values, Targets targets) {
    double width = values.real(WIDTH);
    double stops = values.real(STOP);
    double[] close = bars.close();
    double[] mean = sma(bars, values.integer(WINDOW));
    double[] deviation = standardDeviation(bars, values.integer(WINDOW));
    double[] range = atr(bars, ATR);
    int end = bars.length();
    int t = firstBelow(close, mean, width, deviation, bars.first(), end);
    while (t < end) {
      if (!(deviation[t] > 0 && range[t] > 0)) { // a frozen price has no band
        t = firstBelow(close, mean, width, deviation, t + 1, end);
        continue;
      }
      targets.set(bars, t, 1);
      double stop = close[t] - stops * range[t];
      t = firstBackOr(close, mean, stop, t + 1, end);
      if (t < end) {
        targets.set(bars, t, 0);
        int from = close[t] < stop ? firstInside(close, mean, width, deviation, t + 1, end) : t;
        t = firstBelow(close, mean, width, deviation, from + 1, end);
      }
    }
  }

  private static int firstBelow(
      double[] close, double[] mean, double width, double[] deviation, int from, int to) {
    for (int t = from; t < to; t++) {
      if (close[t] < mean[t] - width * deviation[t]) {
        return t;
      }
    }
    return to;
  }

  /** The first bar that is not below the band. */
  private static int firstInside(
      double[] close, double[] mean, double width, double[] deviation, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!(close[t] < mean[t] - width * deviation[t])) {
        return t;
      }
    }
    return to;
  }

  private static int firstBackOr(double[] close, double[] mean, double stop, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!(close[t] < mean[t]) || close[t] < stop) {
        return t;
      }
    }
    return to;
  }
}
