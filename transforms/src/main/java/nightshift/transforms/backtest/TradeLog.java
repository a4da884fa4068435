package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.List;

/** Follows the positions in one symbol from fill to fill, and writes down each trade at its end. */
class TradeLog {
  private final SymbolReturns symbol;
  private final double cost;
  private final int firstDayOfWindow;
  private final List<Trade> trades = new ArrayList<>();
  private int entryDay;
  private double growth;

  TradeLog(SymbolReturns symbol, double cost, int firstDayOfWindow) {
    this.symbol = symbol;
    this.cost = cost;
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
    double fromOpen = 1 + after * symbol.intraday(bar);
    grow(1 + before * symbol.overnight(bar));
    if (Math.signum(before) == Math.signum(after)) {
      grow(fromOpen - cost * Math.abs(after - before));
      return;
    }
    if (before != 0) {
      sell(bar, before);
    }
    if (after != 0) {
      entryDay = symbol.day(bar);
      growth = 1;
      grow(fromOpen - cost * Math.abs(after));
    }
  }

  /** Gives up a position, and with it ends the trade. */
  void sell(int bar, double weight) {
    grow(1 - cost * Math.abs(weight));
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
