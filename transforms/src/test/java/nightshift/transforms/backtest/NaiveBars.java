package nightshift.transforms.backtest;

import java.util.Arrays;
import nightshift.io.market.Column;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;

/**
 * One symbol's bars up to the end of a window, for the naive rules.
 *
 * @param days day of the calendar of each bar
 * @param first the last bar before the window, 0 where there is none: the first decision
 */
record NaiveBars(int[] days, double[] high, double[] low, double[] close, int first) {

  static NaiveBars of(SymbolBars bars, Window window) {
    int before = 0;
    int length = 0;
    for (int day : bars.days()) {
      before += day < window.from() ? 1 : 0;
      length += day < window.to() ? 1 : 0;
    }
    return new NaiveBars(
        Arrays.copyOf(bars.days(), length),
        Arrays.copyOf(bars.column(Column.HIGH), length),
        Arrays.copyOf(bars.column(Column.LOW), length),
        Arrays.copyOf(bars.column(Column.CLOSE), length),
        Math.max(0, before - 1));
  }

  int length() {
    return days.length;
  }

  /** The bar of a day; negative if there is none. */
  int on(int day) {
    return Arrays.binarySearch(days, day);
  }

  /** The first bar on a day or after it; {@link #length()} if there is none. */
  int onOrAfter(int day) {
    int t = 0;
    while (t < days.length && days[t] < day) {
      t++;
    }
    return t;
  }

  /** For each bar, that nothing new is wanted. */
  double[] noWish() {
    double[] wishes = new double[days.length];
    Arrays.fill(wishes, Double.NaN);
    return wishes;
  }
}
