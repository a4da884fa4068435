package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategy.Scope;

/**
 * The rules of the backtest once more, as a plain loop over days and symbols which shares no code
 * with it: no runs, no blocks, no arrays, only maps and the formula as it is written.
 */
final class NaiveBacktest {
  private final Prices prices;
  private final Window window;
  private final Scripted strategy;
  private final int candidate;
  private final NaiveCosts costs;
  private final Map<String, Double> wanted = new HashMap<>();
  private final Map<String, Double> held = new HashMap<>();
  private final Map<String, Open> open = new HashMap<>();

  final List<Double> returns = new ArrayList<>();
  final TreeMap<String, List<Trade>> trades = new TreeMap<>();
  final TreeMap<String, Double> equity = new TreeMap<>();
  int begun;
  int missingOpenFills;
  int bars;
  double exposure;
  double turnover;

  private static final class Open {
    int entryDay;
    double worth = 1;
  }

  NaiveBacktest(Prices prices, Window window, Scripted strategy, int candidate, NaiveCosts costs) {
    this.prices = prices;
    this.window = window;
    this.strategy = strategy;
    this.candidate = candidate;
    this.costs = costs;
    for (int day = window.from(); day < window.to(); day++) {
      day(day);
    }
    exposure /= window.days();
    turnover *= 252.0 / window.days();
  }

  private void day(int day) {
    double sum = 0;
    double sumHeld = 0;
    double sumTurned = 0;
    int symbols = 0;
    int present = (int) prices.bars().values().stream().filter(own -> own.containsKey(day)).count();
    int parts = strategy.scope() == Scope.PANEL ? 1 : present;
    for (String symbol : prices.bars().keySet()) {
      TreeMap<Integer, Prices.Bar> own = prices.bars().get(symbol);
      Prices.Bar bar = own.get(day);
      if (bar == null) {
        continue;
      }
      symbols++;
      bars++;
      double w0 = held.getOrDefault(symbol, 0.0);
      Integer previous = own.lowerKey(day);
      double prevClose = previous == null ? Double.NaN : own.get(previous).close();
      if (previous != null) {
        double says = strategy.script().weight(candidate, symbol, previous);
        if (!Double.isNaN(says)) {
          wanted.put(symbol, says);
        }
      }
      double w1 = wanted.getOrDefault(symbol, 0.0);
      boolean hasOpen = bar.open() > 0;
      double o = hasOpen ? bar.open() : bar.close();
      double c = bar.close();
      if (!hasOpen && w1 != w0) {
        missingOpenFills++;
      }
      double gap = w0 == 0 ? 1 : 1 + w0 * (o / prevClose - 1);
      double paid = costs.paid(own, day, w1 - w0, gap, parts);
      double factor = gap * (1 + w1 * (c / o - 1)) - paid;
      Integer next = own.higherKey(day);
      boolean last = next == null || next >= window.to();
      double sale = last ? costs.paid(own, day, w1, factor, parts) : 0;
      double share = w1 == w0 ? 0 : paid / gap;
      double saleShare = sale == 0 ? 0 : sale / factor;
      factor -= sale;
      sum += factor - 1;
      sumHeld += Math.abs(w1);
      sumTurned += Math.abs(w1 - w0) + (last ? Math.abs(w1) : 0);
      equity.merge(symbol, Math.max(0, factor), (e, f) -> e * f);
      trade(symbol, day, w0, w1, gap, c / o - 1, share, last ? saleShare : Double.NaN);
      held.put(symbol, w1);
    }
    double divisor = strategy.scope() == Scope.PANEL ? 1 : Math.max(1, symbols);
    returns.add(sum / divisor);
    exposure += sumHeld / divisor;
    turnover += sumTurned / divisor;
  }

  private void trade(
      String symbol,
      int day,
      double w0,
      double w1,
      double gap,
      double way,
      double paid,
      double sale) {
    boolean wasLong = w0 > 0;
    boolean wasShort = w0 < 0;
    boolean stays = (wasLong && w1 > 0) || (wasShort && w1 < 0);
    Open trade = open.get(symbol);
    if (stays) {
      trade.worth = lost(trade.worth * lost(gap) * lost(1 + w1 * way - paid));
    } else if (wasLong || wasShort) {
      trade.worth = lost(trade.worth * lost(gap) * (1 - paid * Math.abs(w0) / Math.abs(w1 - w0)));
      close(symbol, day);
    }
    if (!stays && w1 != 0) {
      begun++;
      Open begins = new Open();
      begins.entryDay = day;
      begins.worth = lost(1 + w1 * way - paid * Math.abs(w1) / Math.abs(w1 - w0));
      open.put(symbol, begins);
    }
    if (!Double.isNaN(sale) && w1 != 0) {
      open.get(symbol).worth = lost(open.get(symbol).worth * (1 - sale));
      close(symbol, day);
    }
  }

  private static double lost(double worth) {
    return worth < 0 ? 0 : worth;
  }

  private void close(String symbol, int day) {
    Open trade = open.remove(symbol);
    trades
        .computeIfAbsent(symbol, s -> new ArrayList<>())
        .add(new Trade(symbol, trade.entryDay, day, trade.worth - 1));
  }
}
