package nightshift.transforms.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;

/** Panels for tests: made-up prices, random ones, and the same with a part changed or cut off. */
public final class Prices {
  /** An epoch day to start from, 2020-01-01; every day is a trading day here. */
  private static final int START = 18262;

  private Prices() {}

  /**
   * A panel of symbols A, B, C, ... by their closes, one a day; NaN where a symbol has no bar.
   * Opens, highs and lows are the closes.
   */
  public static Panel closes(double[]... closes) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      double[] close = closes[i];
      int[] days = IntStream.range(0, close.length).filter(d -> close[d] > 0).toArray();
      double[] present = Arrays.stream(days).mapToDouble(d -> close[d]).toArray();
      Map<Column, double[]> columns = new EnumMap<>(Column.class);
      for (Column column : Column.values()) {
        columns.put(column, present);
      }
      symbols.add(new SymbolBars("" + (char) ('A' + i), days, columns));
    }
    return new Panel(calendar(closes[0].length), symbols);
  }

  private static int[] calendar(int days) {
    return IntStream.range(START, START + days).toArray();
  }

  /** A stretch of a price: so many bars at one value. */
  public static double[] flat(int bars, double price) {
    double[] stretch = new double[bars];
    Arrays.fill(stretch, price);
    return stretch;
  }

  /** Stretches one after the other. */
  public static double[] series(double[]... stretches) {
    return Arrays.stream(stretches).flatMapToDouble(Arrays::stream).toArray();
  }

  /** A panel in which every value of every bar after a day passes through a function. */
  static Panel changedAfter(Panel panel, int day, DoubleUnaryOperator change) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      Map<Column, double[]> columns = new HashMap<>();
      for (Column column : bars.columns()) {
        double[] values = bars.column(column).clone();
        for (int t = bars.firstBarFrom(day + 1); t < values.length; t++) {
          values[t] = change.applyAsDouble(values[t]);
        }
        columns.put(column, values);
      }
      symbols.add(new SymbolBars(bars.symbol(), bars.days(), columns));
    }
    return new Panel(calendar(panel.days()), symbols);
  }

  /** The days of a panel from one to another, on their dates; indices begin anew at 0. */
  static Panel between(Panel panel, int from, int to) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      int first = bars.firstBarFrom(from);
      int last = bars.firstBarFrom(to);
      Map<Column, double[]> columns = new HashMap<>();
      for (Column column : bars.columns()) {
        columns.put(column, Arrays.copyOfRange(bars.column(column), first, last));
      }
      int[] days = Arrays.stream(bars.days(), first, last).map(d -> d - from).toArray();
      symbols.add(new SymbolBars(bars.symbol(), days, columns));
    }
    int[] dates =
        IntStream.range(from, to)
            .map(day -> Math.toIntExact(panel.dateOf(day).toEpochDay()))
            .toArray();
    return new Panel(dates, symbols);
  }

  /** A panel with some of its columns. */
  static Panel only(Panel panel, Set<Column> columns) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      Map<Column, double[]> kept = new EnumMap<>(Column.class);
      columns.forEach(column -> kept.put(column, bars.column(column)));
      symbols.add(new SymbolBars(bars.symbol(), bars.days(), kept));
    }
    return new Panel(calendar(panel.days()), symbols);
  }
}
