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
  private final double[] whole;
  private final double[] overnight;
  private final double[] intraday;
  private final double[] fills;
  private String name;
  private int[] days;
  private double[] open;
  private double[] close;
  private int firstBar;
  private int endBar;
  private boolean gapless;
  private boolean parted;

  SymbolReturns(Window window) {
    this.firstDayOfWindow = window.from();
    this.whole = new double[window.days()];
    this.overnight = new double[window.days()];
    this.intraday = new double[window.days()];
    this.fills = new double[window.days()];
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
    parted = false;
    if (gapless) {
      layStretch(day(firstBar), endBar - firstBar);
    } else {
      layDayByDay();
    }
  }

  /** Bar after bar is day after day. */
  private void layStretch(int from, int count) {
    int to = from + count;
    Arrays.fill(whole, 0, from + 1, 0);
    Arrays.fill(whole, to, whole.length, 0);
    // Copied to the days of the window first: only loops with one index become vector instructions.
    System.arraycopy(close, firstBar, overnight, from, count);
    System.arraycopy(close, firstBar, whole, from + 1, count - 1);
    for (int day = from + 1; day < to; day++) {
      whole[day] = overnight[day] / whole[day] - 1;
    }
  }

  private void layDayByDay() {
    Arrays.fill(whole, 0);
    for (int bar = firstBar + 1; bar < endBar; bar++) {
      whole[day(bar)] = close[bar] / close[bar - 1] - 1;
    }
  }

  /** Lays out the parts of each day too, which are wanted where a weight is neither 0 nor 1. */
  private void part() {
    Arrays.fill(overnight, 0);
    Arrays.fill(intraday, 0);
    if (gapless) {
      partStretch(day(firstBar), endBar - firstBar);
    } else {
      for (int bar = firstBar; bar < endBar; bar++) {
        overnight[day(bar)] = overnight(bar);
        intraday[day(bar)] = intraday(bar);
      }
    }
    parted = true;
  }

  private void partStretch(int from, int count) {
    int to = from + count;
    for (int i = 0; i < count; i++) {
      fills[from + i] = fill(firstBar + i);
    }
    System.arraycopy(close, firstBar, intraday, from, count);
    for (int day = from; day < to; day++) {
      intraday[day] = intraday[day] / fills[day] - 1;
    }
    System.arraycopy(close, firstBar, overnight, from + 1, count - 1);
    for (int day = from + 1; day < to; day++) {
      overnight[day] = fills[day] / overnight[day] - 1;
    }
  }

  /** Open of a bar over the close before, less 1. */
  double overnight(int bar) {
    // Nothing is held into the window, so its first overnight return is nobody's.
    return bar == firstBar ? 0 : fill(bar) / close[bar - 1] - 1;
  }

  /** Close of a bar over its open, less 1. */
  double intraday(int bar) {
    return close[bar] / fill(bar) - 1;
  }

  private double fill(int bar) {
    return hasOpen(bar) ? open[bar] : close[bar];
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
    if (!parted) {
      part();
    }
    return overnight;
  }

  /** By day: close over open, less 1. */
  double[] intraday() {
    if (!parted) {
      part();
    }
    return intraday;
  }

  /** By day: close over the close before, less 1; 0 on the symbol's first in the window. */
  double[] whole() {
    return whole;
  }
}
