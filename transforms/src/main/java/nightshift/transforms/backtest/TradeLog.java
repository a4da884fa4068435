package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.List;

/** Follows the positions in one symbol from fill to fill, and writes down each trade at its end. */
class TradeLog {
  private final SymbolReturns symbol;
  private final FillCosts costs;
  private final int firstDayOfWindow;
  private final List<Trade> trades = new ArrayList<>();
  private int entryDay;
  private double growth;
  private int filledBar;
  private double filledCapital;

  TradeLog(SymbolReturns symbol, FillCosts costs, int firstDayOfWindow) {
    this.symbol = symbol;
    this.costs = costs;
    this.firstDayOfWindow = firstDayOfWindow;
  }

  /**
   * Bars through which a weight is held unchanged.
   *
   * @param from first of them, after the symbol's first in the window
   * @param to the bar after the last
   */
  void hold(int from, int to, double weight) {
    if (weight == 1 && from < to) {
      growth *= symbol.close(to - 1) / symbol.close(from - 1);
    } else if (weight != 0) {
      for (int bar = from; bar < to; bar++) {
        grow(1 + weight * symbol.overnight(bar));
        grow(1 + weight * symbol.intraday(bar));
      }
    }
  }

  /** A bar at whose open the weight changes. */
  void fill(int bar, double before, double after) {
    double untilOpen = 1 + before * symbol.overnight(bar);
    double fromOpen = 1 + after * symbol.intraday(bar);
    double change = Math.abs(after - before);
    double paid = costs.share(bar, change, untilOpen);
    filledBar = bar;
    filledCapital = untilOpen * (fromOpen - paid);
    grow(untilOpen);
    if (Math.signum(before) == Math.signum(after)) {
      grow(fromOpen - paid);
      return;
    }
    if (before != 0) {
      sell(bar, costs.part(bar, Math.abs(before), change, untilOpen));
    }
    if (after != 0) {
      entryDay = symbol.day(bar);
      growth = 1;
      grow(fromOpen - costs.part(bar, Math.abs(after), change, untilOpen));
    }
  }

  /** Gives up what is held at the close of the last bar. */
  void sellLast(int bar, double weight) {
    double capital =
        filledBar == bar
            ? filledCapital
            : (1 + weight * symbol.overnight(bar)) * (1 + weight * symbol.intraday(bar));
    sell(bar, costs.share(bar, Math.abs(weight), capital));
  }

  /** Gives up a position for what that costs, and with it ends the trade. */
  private void sell(int bar, double paid) {
    grow(1 - paid);
    ended(bar, growth - 1);
  }

  /** A trade has ended on a bar. */
  void ended(int bar, double netReturn) {
    trades.add(
        new Trade(
            symbol.symbol(),
            firstDayOfWindow + entryDay,
            firstDayOfWindow + symbol.day(bar),
            netReturn));
  }

  /** What a trade has lost altogether, it does not win back. */
  private void grow(double factor) {
    growth = Math.max(0, growth * factor);
  }

  List<Trade> trades() {
    return trades;
  }
}
