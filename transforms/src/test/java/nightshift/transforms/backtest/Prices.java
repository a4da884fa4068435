package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;

/** Prices as a test writes them: by symbol and day, an open and a close. */
final class Prices {
  record Bar(double open, double close) {}

  private final int days;
  private final TreeMap<String, TreeMap<Integer, Bar>> bars = new TreeMap<>();

  Prices(int days) {
    this.days = days;
  }

  /** One bar. */
  Prices bar(String symbol, int day, double open, double close) {
    bars.computeIfAbsent(symbol, s -> new TreeMap<>()).put(day, new Bar(open, close));
    return this;
  }

  /** Bars on consecutive days from a day on: open, close, open, close. */
  Prices from(int day, String symbol, double... prices) {
    for (int i = 0; i < prices.length; i += 2) {
      bar(symbol, day + i / 2, prices[i], prices[i + 1]);
    }
    return this;
  }

  int days() {
    return days;
  }

  TreeMap<String, TreeMap<Integer, Bar>> bars() {
    return bars;
  }

  /** A copy in which every price after a day is another, opens and closes not alike. */
  Prices changedAfter(int day) {
    Prices changed = new Prices(days);
    bars.forEach(
        (symbol, own) ->
            own.forEach(
                (d, bar) ->
                    changed.bar(
                        symbol,
                        d,
                        d > day ? bar.open * (1.1 + d % 3) : bar.open,
                        d > day ? bar.close * (1.2 + d % 5) : bar.close)));
    return changed;
  }

  Panel panel() {
    int[] calendar = new int[days];
    for (int day = 0; day < days; day++) {
      calendar[day] = 15_000 + day;
    }
    List<SymbolBars> symbols = new ArrayList<>();
    bars.forEach((symbol, own) -> symbols.add(symbolBars(symbol, own)));
    return new Panel(calendar, symbols);
  }

  private static SymbolBars symbolBars(String symbol, TreeMap<Integer, Bar> bars) {
    int[] days = bars.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] open = bars.values().stream().mapToDouble(Bar::open).toArray();
    double[] close = bars.values().stream().mapToDouble(Bar::close).toArray();
    return new SymbolBars(symbol, days, Map.of(Column.OPEN, open, Column.CLOSE, close));
  }
}
