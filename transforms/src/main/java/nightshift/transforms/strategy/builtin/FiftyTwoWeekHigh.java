package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Indicators.highestClose;

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
 * Nearness to the high: long once the close is at least {@code enter} times the highest close of
 * the last {@code window} bars, this one included; flat once it is below {@code exit} times that
 * high. Where exit is above enter, a symbol is bought at exit, else it would be sold again the next
 * day.
 *
 * <p>Source: T. George, C.-Y. Hwang, The 52-Week High and Momentum Investing, Journal of Finance 59
 * (2004). They rank all stocks by this nearness and hold the best 30 % for six months; the two
 * thresholds make of it a rule for each symbol by itself.
 */
public final class FiftyTwoWeekHigh implements Strategy {
  private static final Parameter WINDOW = Parameter.whole("window", 126, 252, 21);
  private static final Parameter ENTER = Parameter.decimal("enter", "0.9", "1", "0.01");
  private static final Parameter EXIT = Parameter.decimal("exit", "0.75", "0.95", "0.01");

  @Override
  public String name() {
    return "high_52w";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(WINDOW, ENTER, EXIT);
  }

  @Override
  public double[] textbook() {
    return new double[] {252, 0.95, 0.85};
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 252;
  }

  /** Where exit is above enter, the nearest that enter can come to exit: all buy at exit. */
  @Override
  public Values canonical(Values values) {
    return values.real(ENTER) >= values.real(EXIT)
        ? values
        : values.with(ENTER, ENTER.nearest(values.real(EXIT)));
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    double exit = values.real(EXIT);
    double enter = Math.max(values.real(ENTER), exit);
    int window = values.integer(WINDOW);
    for (Bars bars : block) {
      double[] close = bars.close();
      double[] high = highestClose(bars, window);
      int end = bars.length();
      int t = firstNear(close, high, enter, Math.max(bars.first(), window - 1), end);
      while (t < end) {
        targets.set(bars, t, 1);
        t = firstFar(close, high, exit, t + 1, end);
        if (t < end) {
          targets.set(bars, t, 0);
          t = firstNear(close, high, enter, t + 1, end);
        }
      }
    }
  }

  private static int firstNear(double[] close, double[] high, double share, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!(close[t] < share * high[t])) {
        return t;
      }
    }
    return to;
  }

  private static int firstFar(double[] close, double[] high, double share, int from, int to) {
    for (int t = from; t < to; t++) {
      if (close[t] < share * high[t]) {
        return t;
      }
    }
    return to;
  }
}
