package nightshift.transforms.backtest;

import java.util.Arrays;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Bars;

/**
 * One symbol's gross returns, laid on the days of a window, so that a stretch of days is a stretch
 * of an array for every symbol alike. Days are counted from the window's first. On a day without a
 * bar both returns are 0. Reused from symbol to symbol.
 */
final class SymbolReturns {
  private final int firstDayOfWindow;
  private final double[] overnight;
  private final double[] intraday;
  private String name;
  private int[] days;
  private double[] open;
  private int firstBar;
  private int endBar;

  SymbolReturns(Window window) {
    this.firstDayOfWindow = window.from();
    this.overnight = new double[window.days()];
    this.intraday = new double[window.days()];
  }

  /** Takes another symbol. */
  void load(Bars bars) {
    name = bars.symbol();
    days = bars.days();
    open = bars.open();
    firstBar = bars.barAt(firstDayOfWindow - 1) + 1;
    endBar = bars.length();
    Arrays.fill(overnight, 0);
    Arrays.fill(intraday, 0);
    double[] close = bars.close();
    for (int bar = firstBar; bar < endBar; bar++) {
      double fill = hasOpen(bar) ? open[bar] : close[bar];
      // Nothing is held into the window, so its first overnight return is nobody's.
      overnight[day(bar)] = bar == firstBar ? 0 : fill / close[bar - 1] - 1;
      intraday[day(bar)] = close[bar] / fill - 1;
    }
  }

  /** Whether a bar has an open to fill at. */
  boolean hasOpen(int bar) {
    return open[bar] > 0;
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
}
