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
  private final boolean bySymbol;
  private final TradeLog log;
  private final double[] own;
  private final double[] returns;
  private final double[] held;
  private final double[] turned;
  private final List<SymbolResult> results = new ArrayList<>();
  private int missingOpenFills;

  /**
   * @param bySymbol whether each symbol's own result is wanted too
   */
  Journal(SymbolReturns symbol, Ledger ledger, FillCosts costs, Window window, boolean bySymbol) {
    this.symbol = symbol;
    this.ledger = ledger;
    this.bySymbol = bySymbol;
    this.log = new TradeLog(symbol, costs, window.from());
    this.own = new double[bySymbol ? window.days() : 0];
    this.returns = new double[window.days()];
    this.held = new double[window.days()];
    this.turned = new double[window.days()];
  }

  /** Takes the symbol that is loaded, at its place in the targets. */
  void add(Targets targets, int place) {
    if (symbol.firstBar() == symbol.endBar()) {
      return;
    }
    if (bySymbol) {
      bookAlone(targets, place);
    } else {
      ledger.book(targets, place, returns);
    }
    follow(targets, place);
  }

  private void bookAlone(Targets targets, int place) {
    Arrays.fill(own, 0);
    int trades = ledger.book(targets, place, own);
    for (int day = 0; day < own.length; day++) {
      returns[day] += own[day];
    }
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
    int end = symbol.endBar();
    int[] decided = targets.bars(place);
    int bar = symbol.firstBar();
    double before = 0;
    for (int c = 0; c < targets.count(place) && decided[c] + 1 < end; c++) {
      int filled = decided[c] + 1;
      double after = targets.weights(place)[c];
      hold(bar, filled, before);
      fill(filled, before, after);
      before = after;
      bar = filled + 1;
    }
    if (before != 0) {
      hold(bar, end, before);
      turned[symbol.day(end - 1)] += Math.abs(before);
      log.sellLast(end - 1, before);
    }
  }

  private void hold(int from, int to, double weight) {
    if (weight == 0 || from == to) {
      return;
    }
    log.hold(from, to, weight);
    double size = Math.abs(weight);
    if (symbol.isGapless()) {
      int firstDay = symbol.day(from);
      Journal.add(size, firstDay, firstDay + to - from, held);
    } else {
      for (int bar = from; bar < to; bar++) {
        held[symbol.day(bar)] += size;
      }
    }
  }

  private static void add(double value, int from, int to, double[] daily) {
    for (int day = from; day < to; day++) {
      daily[day] += value;
    }
  }

  private void fill(int bar, double before, double after) {
    int day = symbol.day(bar);
    held[day] += Math.abs(after);
    turned[day] += Math.abs(after - before);
    missingOpenFills += symbol.hasOpen(bar) ? 0 : 1;
    log.fill(bar, before, after);
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
