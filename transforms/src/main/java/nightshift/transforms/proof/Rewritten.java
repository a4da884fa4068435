package nightshift.transforms.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;

/** Panels like another one, with a part changed, left out or added. */
final class Rewritten {
  /** Of what a price is multiplied by after a day, the standard deviation of the logarithm. */
  private static final double WILD = 1.0 / 3;

  /** The same for prices that are still to look like prices. */
  private static final double MILD = 0.02;

  private Rewritten() {}

  private static int[] calendar(Panel panel, int days) {
    return IntStream.range(0, days)
        .map(day -> Math.toIntExact(panel.dateOf(day).toEpochDay()))
        .toArray();
  }

  private static Panel panel(Panel panel, int days, List<SymbolBars> symbols) {
    return new Panel(calendar(panel, days), symbols);
  }

  /** The bars of a symbol from one to another. */
  private static SymbolBars between(SymbolBars bars, int from, int to) {
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : bars.columns()) {
      columns.put(column, Arrays.copyOfRange(bars.column(column), from, to));
    }
    return new SymbolBars(bars.symbol(), Arrays.copyOfRange(bars.days(), from, to), columns);
  }

  /** Every symbol with other prices and volumes after a day. */
  static Panel changedAfter(Panel panel, int day, Random random) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      symbols.add(changed(bars, bars.firstBarFrom(day + 1), bars.length(), WILD, random));
    }
    return panel(panel, panel.days(), symbols);
  }

  /**
   * Multiplies each value of some bars by a factor of its own, for else a candle's colour would
   * stay what it was; high and low remain the highest and the lowest.
   */
  private static SymbolBars changed(
      SymbolBars bars, int from, int to, double deviation, Random random) {
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : bars.columns()) {
      double[] values = Arrays.copyOf(bars.column(column), bars.length());
      for (int t = from; t < to; t++) {
        values[t] *= StrictMath.exp(deviation * random.nextGaussian());
      }
      columns.put(column, values);
    }
    bracket(columns, from, to);
    return new SymbolBars(bars.symbol(), Arrays.copyOf(bars.days(), bars.length()), columns);
  }

  private static void bracket(Map<Column, double[]> columns, int from, int to) {
    double[] high = columns.get(Column.HIGH);
    double[] low = columns.get(Column.LOW);
    for (Column column : columns.keySet()) {
      if (column == Column.VOLUME) {
        continue;
      }
      double[] values = columns.get(column);
      for (int t = from; t < to; t++) {
        if (high != null && values[t] > high[t]) {
          high[t] = values[t];
        }
        if (low != null && values[t] < low[t]) {
          low[t] = values[t];
        }
      }
    }
  }

  /** Every symbol ends with a day, and so does the calendar. */
  static Panel cutAfter(Panel panel, int day) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      symbols.add(between(bars, 0, bars.firstBarFrom(day + 1)));
    }
    return panel(panel, day + 1, symbols);
  }

  /** About half of the symbols end with a day, the others go on. */
  static Panel delistedAfter(Panel panel, int day, Random random) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      symbols.add(random.nextBoolean() ? between(bars, 0, bars.firstBarFrom(day + 1)) : bars);
    }
    return panel(panel, panel.days(), symbols);
  }

  /** About half as many symbols more, between the others by name, with their first bars later. */
  static Panel listedAfter(Panel panel, int day, Random random) {
    List<SymbolBars> symbols = new ArrayList<>(panel.symbols());
    for (SymbolBars bars : panel.symbols()) {
      int from = bars.firstBarFrom(day + 1);
      if (from < bars.length() && random.nextBoolean()) {
        SymbolBars later = between(bars, from, bars.length());
        String name = random.nextBoolean() ? "!" + bars.symbol() : bars.symbol() + "!";
        symbols.add(named(name, changed(later, 0, later.length(), MILD, random)));
      }
    }
    symbols.sort(Comparator.comparing(SymbolBars::symbol));
    return panel(panel, panel.days(), symbols);
  }

  private static SymbolBars named(String name, SymbolBars bars) {
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    bars.columns().forEach(column -> columns.put(column, bars.column(column)));
    return new SymbolBars(name, bars.days(), columns);
  }

  /**
   * Every symbol without its bars long before a day.
   *
   * @param kept how many bars before the day each symbol keeps
   */
  static Panel shortenedBefore(Panel panel, int day, int kept) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      symbols.add(between(bars, Math.max(0, bars.firstBarFrom(day) - kept), bars.length()));
    }
    return panel(panel, panel.days(), symbols);
  }

  /**
   * Every symbol with other bars long before a day.
   *
   * @param kept how many bars before the day stay as they are
   */
  static Panel changedBefore(Panel panel, int day, int kept, Random random) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      int to = Math.max(0, bars.firstBarFrom(day) - kept);
      symbols.add(changed(bars, 0, to, MILD, random));
    }
    return panel(panel, panel.days(), symbols);
  }

  /** Some columns alone. */
  static Panel only(Panel panel, Set<Column> wanted) {
    List<SymbolBars> symbols = new ArrayList<>();
    for (SymbolBars bars : panel.symbols()) {
      Map<Column, double[]> columns = new EnumMap<>(Column.class);
      wanted.forEach(column -> columns.put(column, bars.column(column)));
      symbols.add(new SymbolBars(bars.symbol(), bars.days(), columns));
    }
    return panel(panel, panel.days(), symbols);
  }
}
