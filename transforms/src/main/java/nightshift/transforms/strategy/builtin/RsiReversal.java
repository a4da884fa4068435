package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Indicators.rsi;
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
 * A short dip in a rising market: long once the close is above its moving average of {@code trend}
 * bars while Wilder's RSI of {@code rsi} bars is below {@code buy}; flat once the close is above
 * its moving average of {@code exit} bars.
 *
 * <p>Source: L. Connors, C. Alvarez, Short Term Trading Strategies That Work (2008), chapter 9.
 */
public final class RsiReversal implements Strategy {
  private static final Parameter RSI = Parameter.whole("rsi", 2, 5, 1);
  private static final Parameter BUY = Parameter.whole("buy", 2, 20, 1);
  private static final Parameter TREND = Parameter.whole("trend", 100, 250, 10);
  private static final Parameter EXIT = Parameter.whole("exit", 3, 15, 1);

  @Override
  public String name() {
    return "rsi_reversal";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(RSI, BUY, TREND, EXIT);
  }

  @Override
  public double[] textbook() {
    return new double[] {2, 5, 200, 5};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  /** That of the trend filter; an RSI of 5 bars has long forgotten what was before. */
  @Override
  public int warmUp() {
    return 250;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    double buy = values.real(BUY);
    for (Bars bars : block) {
      double[] close = bars.close();
      double[] rsi = rsi(bars, values.integer(RSI));
      double[] trend = sma(bars, values.integer(TREND));
      double[] exit = sma(bars, values.integer(EXIT));
      int end = bars.length();
      int t = firstDip(rsi, buy, close, trend, bars.first(), end);
      while (t < end) {
        targets.set(bars, t, 1);
        t = firstAbove(close, exit, t + 1, end);
        if (t < end) {
          targets.set(bars, t, 0);
          t = firstDip(rsi, buy, close, trend, t + 1, end);
        }
      }
    }
  }

  private static int firstDip(
      double[] rsi, double buy, double[] close, double[] trend, int from, int to) {
    for (int t = from; t < to; t++) {
      if (rsi[t] < buy && close[t] > trend[t]) {
        return t;
      }
    }
    return to;
  }

  private static int firstAbove(double[] close, double[] average, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!(close[t] <= average[t])) {
        return t;
      }
    }
    return to;
  }
}
