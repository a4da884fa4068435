package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.EquityCurve;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Targets;

/** Collects, symbol by symbol, what there is to know of one candidate. */
final class Journal {
  private final SymbolReturns symbol;
  private final Ledger ledger;
  private final TradeLog log;
  private final double[] own;
  private final double[] returns;
  private final double[] held;
  private final double[] turned;
  private final List<SymbolResult> results = new ArrayList<>();
  private int missingOpenFills;

  Journal(SymbolReturns symbol, Ledger ledger, Costs costs, Window window) {
    this.symbol = symbol;
    this.ledger = ledger;
    this.log = new TradeLog(symbol, costs.perSide(), window.from());
    this.own = new double[window.days()];
    this.returns = new double[window.days()];
    this.held = new double[window.days()];
    this.turned = new double[window.days()];
  }

  /** Takes the symbol that is loaded, at its place in the targets. */
  void add(Targets targets, int place) {
    if (symbol.firstBar() == symbol.endBar()) {
      return;
    }
    Arrays.fill(own, 0);
    int trades = ledger.book(targets, place, own);
    for (int day = 0; day < own.length; day++) {
      returns[day] += own[day];
    }
    follow(targets, place);
    double[] traded = ownReturns();
    results.add(
        new SymbolResult(
            symbol.symbol(),
            EquityCurve.of(traded).totalReturn(),
            Metrics.sharpe(traded, 0),
            trades));
  }

  /** The symbol's returns on the days on which it has a bar. */
  private double[] ownReturns() {
    double[] traded = new double[symbol.endBar() - symbol.firstBar()];
    for (int i = 0; i < traded.length; i++) {
      traded[i] = own[symbol.day(symbol.firstBar() + i)];
    }
    return traded;
  }

  private void follow(Targets targets, int place) {
    int change = 0;
    double before = 0;
    for (int bar = symbol.firstBar(); bar < symbol.endBar(); bar++) {
      double after = before;
      if (change < targets.count(place) && targets.bars(place)[change] == bar - 1) {
        after = targets.weights(place)[change++];
        missingOpenFills += symbol.hasOpen(bar) ? 0 : 1;
      }
      follow(symbol.day(bar), before, after);
      before = after;
    }
    if (before != 0) {
      int day = symbol.day(symbol.endBar() - 1);
      turned[day] += Math.abs(before);
      log.sell(day, before);
    }
  }

  private void follow(int day, double before, double after) {
    held[day] += Math.abs(after);
    turned[day] += Math.abs(after - before);
    log.day(day, before, after);
  }

  /** All that was collected. */
  Detail detail(Portfolio portfolio) {
    portfolio.settle(returns);
    portfolio.settle(held);
    portfolio.settle(turned);
    return new Detail(
        returns,
        List.copyOf(log.trades()),
        List.copyOf(results),
        mean(held),
        mean(turned) * Metrics.TRADING_DAYS,
        missingOpenFills);
  }

  private static double mean(double[] daily) {
    double sum = 0;
    for (double value : daily) {
      sum += value;
    }
    return sum / daily.length;
  }
}
