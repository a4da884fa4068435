package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.List;

/** Follows positions day by day, and writes down each trade when it ends. */
final class TradeLog {
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

  /** A day with a bar, with the weights before and after its open. */
  void day(int day, double before, double after) {
    double fromOpen = 1 + after * symbol.intraday()[day];
    grow(1 + before * symbol.overnight()[day]);
    if (Math.signum(before) == Math.signum(after)) {
      grow(fromOpen - cost * Math.abs(after - before));
      return;
    }
    if (before != 0) {
      sell(day, before);
    }
    if (after != 0) {
      entryDay = day;
      growth = 1;
      grow(fromOpen - cost * Math.abs(after));
    }
  }

  /** Gives up a position, and with it ends the trade. */
  void sell(int day, double weight) {
    grow(1 - cost * Math.abs(weight));
    trades.add(
        new Trade(
            symbol.symbol(), firstDayOfWindow + entryDay, firstDayOfWindow + day, growth - 1));
  }

  /** What a trade has lost altogether, it does not win back. */
  private void grow(double factor) {
    growth = Math.max(0, growth * factor);
  }

  List<Trade> trades() {
    return trades;
  }
}
