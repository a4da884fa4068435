package nightshift.transforms.backtest;

import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategy.Scope;

/** How what the symbols bring each day becomes what the portfolio brings. */
final class Portfolio {
  private final Scope scope;
  private final double[] divisors;
  private final long bars;

  Portfolio(Panel panel, Window window, Scope scope) {
    this.scope = scope;
    this.divisors = new double[window.days()];
    long count = 0;
    for (int day = 0; day < divisors.length; day++) {
      divisors[day] = panel.symbolsOn(window.from() + day);
      count += panel.symbolsOn(window.from() + day);
    }
    this.bars = count;
    for (int day = 0; day < divisors.length; day++) {
      divisors[day] = Math.max(1, divisors[day]);
    }
  }

  /** Into how many parts the capital goes on a day, each of which a symbol's weights share. */
  double parts(int day) {
    return scope == Scope.PANEL ? 1 : divisors[day];
  }

  /** How many bars there are in the window, all symbols together. */
  long bars() {
    return bars;
  }

  /** What a weight in one symbol is of the whole capital on a day of the window. */
  double share(double weight, int day) {
    return scope == Scope.PANEL ? weight : weight / divisors[day];
  }

  /**
   * Turns each day's sum over the symbols into the portfolio's figure, in place: the mean over the
   * symbols that have a bar that day, 0 where none has; or the sum itself where weights are shares
   * of the whole capital.
   */
  void settle(double[] daily) {
    if (scope == Scope.PANEL) {
      return;
    }
    for (int day = 0; day < daily.length; day++) {
      daily[day] /= divisors[day];
    }
  }
}
