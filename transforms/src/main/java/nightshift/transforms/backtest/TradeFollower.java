package nightshift.transforms.backtest;

import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.TradeTally;
import nightshift.transforms.strategy.Targets;

/**
 * Follows a candidate's trades in the symbol that is loaded, and tallies them. For a search whose
 * objective asks for it; nothing is allocated.
 */
final class TradeFollower {
  private final SymbolReturns symbol;
  private final Portfolio portfolio;
  private final TradeLog log;
  private TradeTally tally;

  TradeFollower(SymbolReturns symbol, FillCosts costs, Window window, Portfolio portfolio) {
    this.symbol = symbol;
    this.portfolio = portfolio;
    this.log =
        new TradeLog(symbol, costs, window.from()) {
          @Override
          void ended(int bar, double netReturn) {
            tally.end(netReturn);
          }
        };
  }

  /**
   * Takes what was decided for the symbol.
   *
   * @param place the symbol's place in the targets
   */
  void follow(Targets targets, int place, TradeTally into) {
    tally = into;
    int end = symbol.endBar();
    int[] decided = targets.bars(place);
    int bar = symbol.firstBar();
    double before = 0;
    for (int c = 0; c < targets.count(place) && decided[c] + 1 < end; c++) {
      int filled = decided[c] + 1;
      double after = targets.weights(place)[c];
      hold(bar, filled, before);
      turn(filled, after - before);
      log.fill(filled, before, after);
      before = after;
      bar = filled + 1;
    }
    if (before != 0) {
      hold(bar, end, before);
      turn(end - 1, before);
      log.sellLast(end - 1, before);
    }
  }

  private void hold(int from, int to, double weight) {
    if (weight != 0 && from < to) {
      log.hold(from, to, weight);
    }
  }

  private void turn(int bar, double change) {
    tally.turn(portfolio.share(Math.abs(change), symbol.day(bar)));
  }
}
