package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Indicators.atr;
import static nightshift.transforms.strategy.Indicators.highestHigh;
import static nightshift.transforms.strategy.Indicators.lowestLow;

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
 * The turtles' breakout: long once the close is above the highest high of the {@code entry} bars
 * before it; flat once it is below the lowest low of the {@code exit} bars before it, or below the
 * stop. The stop lies {@code stop} average true ranges (over {@code atr} bars) under the close at
 * which the breakout was seen, both as of that bar, and does not move.
 *
 * <p>Source: C. Faith, Way of the Turtle (2007). The turtles traded both sides, within the day and
 * with pyramids; this one is long only, at closes, and in one size.
 */
public final class DonchianBreakout implements Strategy {
  private static final Parameter ENTRY = Parameter.whole("entry", 10, 100, 5);
  private static final Parameter EXIT = Parameter.whole("exit", 5, 50, 5);
  private static final Parameter ATR = Parameter.whole("atr", 10, 30, 5);
  private static final Parameter STOP = Parameter.decimal("stop", "1", "4", "0.5");

  @Override
  public String name() {
    return "donchian_breakout";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(ENTRY, EXIT, ATR, STOP);
  }

  @Override
  public double[] textbook() {
    return new double[] {20, 10, 20, 2};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.HIGH, Column.LOW, Column.CLOSE);
  }

  /** Ten times the longest ATR, which remembers every bar but forgets 99.99 % of it by then. */
  @Override
  public int warmUp() {
    return 300;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    int entry = values.integer(ENTRY);
    int exit = values.integer(EXIT);
    int atr = values.integer(ATR);
    double stops = values.real(STOP);
    int defined = Math.max(entry, Math.max(exit, atr));
    for (Bars bars : block) {
      double[] close = bars.close();
      double[] highest = highestHigh(bars, entry);
      double[] lowest = lowestLow(bars, exit);
      double[] range = atr(bars, atr);
      int end = bars.length();
      int t = firstAbove(close, highest, Math.max(defined, bars.first()), end);
      while (t < end) {
        targets.set(bars, t, 1);
        t = firstBelow(close, lowest, close[t] - stops * range[t], t + 1, end);
        if (t < end) {
          targets.set(bars, t, 0);
          t = firstAbove(close, highest, t + 1, end);
        }
      }
    }
  }

  private static int firstAbove(double[] close, double[] highest, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!(close[t] <= highest[t - 1])) {
        return t;
      }
    }
    return to;
  }

  private static int firstBelow(double[] close, double[] lowest, double stop, int from, int to) {
    for (int t = from; t < to; t++) {
      if (close[t] < lowest[t - 1] || close[t] < stop) {
        return t;
      }
    }
    return to;
  }
}
