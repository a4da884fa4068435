package nightshift.transforms.backtest;

import java.util.Arrays;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Bars;

/**
 * One symbol's gross returns, laid on the days of a window, so that a stretch of days is a stretch
 * of an array for every symbol alike. Days are counted from the window's first. On a day without a
 * bar all returns are 0. Reused from symbol to symbol.
 */
final class SymbolReturns {
  private final int firstDayOfWindow;
  private final double[] fills;
  private final double[] overnight;
  private final double[] intraday;
  private final double[] whole;
  private String name;
  private int[] days;
  private double[] open;
  private double[] close;
  private int firstBar;
  private int endBar;
  private boolean gapless;

  SymbolReturns(Window window) {
    this.firstDayOfWindow = window.from();
    this.fills = new double[window.days()];
    this.overnight = new double[window.days()];
    this.intraday = new double[window.days()];
    this.whole = new double[window.days()];
  }

  /** Takes another symbol. */
  void load(Bars bars) {
    name = bars.symbol();
    days = bars.days();
    open = bars.open();
    close = bars.close();
    firstBar = bars.barFrom(firstDayOfWindow);
    endBar = bars.length();
    gapless = endBar > firstBar && day(endBar - 1) - day(firstBar) == endBar - 1 - firstBar;
    if (gapless) {
      layStretch(day(firstBar), endBar - firstBar);
    } else {
      layDayByDay();
    }
    for (int day = 0; day < whole.length; day++) {
      whole[day] = (1 + overnight[day]) * (1 + intraday[day]) - 1;
    }
  }

  /** Bar after bar is day after day. */
  private void layStretch(int from, int count) {
    int to = from + count;
    Arrays.fill(overnight, 0, from, 0);
    Arrays.fill(intraday, 0, from, 0);
    Arrays.fill(overnight, to, overnight.length, 0);
    Arrays.fill(intraday, to, intraday.length, 0);
    layFills(from, count);
    System.arraycopy(close, firstBar, intraday, from, count);
    for (int day = from; day < to; day++) {
      intraday[day] = intraday[day] / fills[day] - 1;
    }
    // Nothing is held into the window, so its first overnight return is nobody's.
    overnight[from] = 0;
    System.arraycopy(close, firstBar, overnight, from + 1, count - 1);
    for (int day = from + 1; day < to; day++) {
      overnight[day] = fills[day] / overnight[day] - 1;
    }
  }

  private void layFills(int from, int count) {
    System.arraycopy(open, firstBar, fills, from, count);
    for (int i = 0; i < count; i++) {
      if (!(fills[from + i] > 0)) {
        fills[from + i] = close[firstBar + i];
      }
    }
  }

  private void layDayByDay() {
    Arrays.fill(overnight, 0);
    Arrays.fill(intraday, 0);
    for (int bar = firstBar; bar < endBar; bar++) {
      double fill = hasOpen(bar) ? open[bar] : close[bar];
      overnight[day(bar)] = bar == firstBar ? 0 : fill / close[bar - 1] - 1;
      intraday[day(bar)] = close[bar] / fill - 1;
    }
  }

  /** Whether a bar has an open to fill at. */
  boolean hasOpen(int bar) {
    return open[bar] > 0;
  }

  /** Close of a bar. */
  double close(int bar) {
    return close[bar];
  }

  String symbol() {
    return name;
  }

  /** The first bar in the window, {@link #endBar()} if there is none. */
  int firstBar() {
    return firstBar;
  }

  /** The bar after the last one in the window. */
  int endBar() {
    return endBar;
  }

  /** Whether there is a bar on every day from the first bar's to the last one's. */
  boolean isGapless() {
    return gapless;
  }

  /** The day of a bar, from 0. */
  int day(int bar) {
    return days[bar] - firstDayOfWindow;
  }

  /** By day: open over the close before, less 1. */
  double[] overnight() {
    return overnight;
  }

  /** By day: close over open, less 1. */
  double[] intraday() {
    return intraday;
  }

  /** By day: what a weight of 1 brings, to the bit. */
  double[] whole() {
    return whole;
  }
}
