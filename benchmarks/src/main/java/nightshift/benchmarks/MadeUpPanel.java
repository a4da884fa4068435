package nightshift.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategy;

/**
 * Prices that are the same each time: random walks with a common factor, a bar for every symbol on
 * every day, and just the columns that a strategy's backtest needs.
 *
 * @param window the traded days, 252 a year, after the strategy's warm-up
 */
record MadeUpPanel(Panel panel, Window window) {
  private static final int FIRST_DAY = 15_000;

  static MadeUpPanel of(Strategy strategy, int symbols, int years) {
    int days = strategy.warmUp() + 252 * years;
    Set<Column> columns = EnumSet.of(Column.OPEN, Column.CLOSE);
    columns.addAll(strategy.columns());
    Random random = new Random(20_130_208);
    double[] market = new double[days];
    for (int d = 1; d < days; d++) {
      market[d] = market[d - 1] + 0.0003 + 0.01 * random.nextGaussian();
    }
    int[] bars = IntStream.range(0, days).toArray();
    List<SymbolBars> all = new ArrayList<>(symbols);
    for (int i = 0; i < symbols; i++) {
      all.add(symbol(String.format("S%04d", i), bars, market, columns, random));
    }
    int[] calendar = IntStream.range(FIRST_DAY, FIRST_DAY + days).toArray();
    return new MadeUpPanel(new Panel(calendar, all), new Window(strategy.warmUp(), days));
  }

  private static SymbolBars symbol(
      String name, int[] days, double[] market, Set<Column> columns, Random random) {
    Map<Column, double[]> prices = new EnumMap<>(Column.class);
    columns.forEach(column -> prices.put(column, new double[days.length]));
    double own = 0;
    double before = 50;
    for (int t = 0; t < days.length; t++) {
      own += 0.012 * random.nextGaussian();
      double close = 50 * Math.exp(market[t] + own);
      double open = before * (1 + 0.004 * random.nextGaussian());
      double high = Math.max(open, close) * (1 + 0.006 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.006 * random.nextDouble());
      double[] bar = {open, high, low, close};
      Column[] order = {Column.OPEN, Column.HIGH, Column.LOW, Column.CLOSE};
      for (int k = 0; k < bar.length; k++) {
        if (columns.contains(order[k])) {
          prices.get(order[k])[t] = bar[k];
        }
      }
      before = close;
    }
    return new SymbolBars(name, days, prices);
  }
}
