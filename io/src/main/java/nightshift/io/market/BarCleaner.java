package nightshift.io.market;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightshift.io.day.Days;

/**
 * Makes a {@link BarSlice} of stored rows: one set of rules for all stores. Rows without a usable
 * day or close are set aside, the rest is sorted by day, of a day stored twice the later row wins,
 * missing prices are mended as {@link BarSlice} says, and prices are adjusted. Everything is
 * counted in findings.
 */
final class BarCleaner {
  /** Nothing costs less or more, and whatever lies between stays finite when it is adjusted. */
  private static final double LEAST_PRICE = 1e-30;

  private static final double MOST_PRICE = 1e30;

  private final RawBars raw;
  private final Findings findings;
  private final double[] closes;

  /** Whether the stored rows are bars already: each usable, in ascending order of day. */
  private final boolean inOrder;

  /** Positions of the rows that became bars, in ascending order of day. */
  private final int[] order;

  private BarCleaner(String symbol, RawBars raw) {
    this.raw = raw;
    this.findings = new Findings(symbol, raw.source());
    this.closes = raw.column(Field.CLOSE);
    this.inOrder = isInOrder();
    this.order = inOrder ? IntStream.range(0, raw.size()).toArray() : ordered();
  }

  /**
   * The fields that must be read so that the bars have these columns, whatever others are asked
   * for: the close decides which rows are bars, and open and close mend high and low.
   */
  static Set<Field> fieldsFor(Set<Column> columns, Adjust adjust) {
    Set<Field> fields = EnumSet.of(Field.CLOSE);
    columns.forEach(column -> fields.add(Field.of(column)));
    if (columns.contains(Column.HIGH) || columns.contains(Column.LOW)) {
      fields.add(Field.OPEN);
    }
    boolean prices = columns.stream().anyMatch(column -> column != Column.VOLUME);
    if (adjust == Adjust.AUTO && prices) {
      fields.add(Field.ADJUSTED_CLOSE);
    }
    return fields;
  }

  /**
   * @param raw rows with at least the fields of {@link #fieldsFor}; prices are adjusted when a
   *     column for {@link Field#ADJUSTED_CLOSE} was read
   */
  static BarSlice clean(String symbol, RawBars raw, Set<Column> columns) {
    BarCleaner cleaner = new BarCleaner(symbol, raw);
    Map<Column, double[]> values = cleaner.values(columns);
    Set<Column> stored =
        columns.stream()
            .filter(column -> raw.isStored(Field.of(column)))
            .collect(Collectors.toSet());
    return new BarSlice(symbol, cleaner.days(), values, cleaner.findings.list(), stored);
  }

  private int[] days() {
    return inOrder
        ? Arrays.copyOf(raw.days(), raw.size())
        : Arrays.stream(order).map(row -> raw.days()[row]).toArray();
  }

  private boolean isInOrder() {
    int[] days = raw.days();
    int before = Days.NONE;
    for (int row = 0; row < raw.size(); row++) {
      if (days[row] <= before || !isPrice(closes[row])) {
        return false;
      }
      before = days[row];
    }
    return true;
  }

  private int[] ordered() {
    long[] keys = new long[raw.size()];
    int usable = 0;
    for (int row = 0; row < raw.size(); row++) {
      int day = raw.days()[row];
      if (day == Days.NONE) {
        findings.add("bad_date", day, "the date is missing or not understood; row set aside");
      } else if (!isPrice(closes[row])) {
        findings.add("missing_close", day, "the close is missing or not positive; row set aside");
      } else {
        // Day above, position below: sorting keeps rows of one day in the order of the store.
        keys[usable++] = ((long) day << Integer.SIZE) | row;
      }
    }
    countDisorder();
    Arrays.sort(keys, 0, usable);
    return withoutDuplicates(keys, usable);
  }

  /**
   * Rows that are earlier than the one before. Not of a store that has mostly the newest first: in
   * several files, of which each is in that order, it rises from one to the next.
   */
  private void countDisorder() {
    int[] dated = IntStream.of(raw.days()).limit(raw.size()).filter(d -> d != Days.NONE).toArray();
    int[] falls =
        IntStream.range(1, dated.length).filter(row -> dated[row] < dated[row - 1]).toArray();
    long rises =
        IntStream.range(1, dated.length).filter(row -> dated[row] > dated[row - 1]).count();
    if (rises > falls.length) {
      for (int row : falls) {
        findings.add("unordered_rows", dated[row], "rows are not in order of day; sorted");
      }
    }
  }

  private int[] withoutDuplicates(long[] keys, int usable) {
    int[] rows = new int[usable];
    int kept = 0;
    for (int i = 0; i < usable; i++) {
      int day = (int) (keys[i] >> Integer.SIZE);
      if (i + 1 < usable && (int) (keys[i + 1] >> Integer.SIZE) == day) {
        findings.add("duplicate_day", day, "the day is stored more than once; the last row stands");
      } else {
        rows[kept++] = (int) keys[i];
      }
    }
    return Arrays.copyOf(rows, kept);
  }

  private Map<Column, double[]> values(Set<Column> columns) {
    double[] factors = raw.isStored(Field.ADJUSTED_CLOSE) ? factors() : null;
    Map<Column, double[]> values = new EnumMap<>(Column.class);
    for (Column column : columns) {
      double[] stored = raw.column(Field.of(column));
      values.put(
          column,
          switch (column) {
            case OPEN -> opens(stored);
            case HIGH, LOW -> extremes(column, stored);
            case CLOSE -> gathered(stored);
            case VOLUME -> volumes(stored);
          });
      if (factors != null && column != Column.VOLUME) {
        multiply(values.get(column), factors);
      }
    }
    return values;
  }

  private double[] gathered(double[] stored) {
    if (inOrder) {
      return Arrays.copyOf(stored, raw.size());
    }
    double[] values = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      values[i] = stored[order[i]];
    }
    return values;
  }

  private double[] opens(double[] stored) {
    double[] values = gathered(stored);
    for (int i = 0; i < values.length; i++) {
      if (!isPrice(values[i])) {
        values[i] = Double.NaN;
        findings.add("missing_open", day(i), "the open is missing or not positive");
      }
    }
    return values;
  }

  private double[] extremes(Column column, double[] stored) {
    double[] values = gathered(stored);
    double[] opens = raw.column(Field.OPEN);
    for (int i = 0; i < values.length; i++) {
      if (!isPrice(values[i])) {
        double close = closes[order[i]];
        double open = isPrice(opens[order[i]]) ? opens[order[i]] : close;
        values[i] = column == Column.HIGH ? Math.max(open, close) : Math.min(open, close);
        if (column == Column.HIGH || !isHighMissing(order[i])) {
          findings.add(
              "high_low_filled", day(i), "high or low is missing; taken from open and close");
        }
      }
    }
    return values;
  }

  /** Whether a row was counted for its high already. */
  private boolean isHighMissing(int row) {
    double[] highs = raw.column(Field.HIGH);
    return highs != null && !isPrice(highs[row]);
  }

  private double[] volumes(double[] stored) {
    double[] values = gathered(stored);
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        values[i] = Double.NaN;
      }
    }
    return values;
  }

  /** Adjusted close / close for each bar, 1 where there is no adjusted close. */
  private double[] factors() {
    double[] factors = gathered(raw.column(Field.ADJUSTED_CLOSE));
    for (int i = 0; i < factors.length; i++) {
      double factor = factors[i] / closes[order[i]];
      if (isPrice(factors[i])) {
        factors[i] = factor;
      } else {
        factors[i] = 1;
        findings.add(
            "missing_adjusted_close",
            day(i),
            "the adjusted close is missing or not positive; prices taken as stored");
      }
    }
    return factors;
  }

  private static void multiply(double[] values, double[] factors) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
  }

  private int day(int bar) {
    return raw.days()[order[bar]];
  }

  private static boolean isPrice(double value) {
    return value >= LEAST_PRICE && value <= MOST_PRICE;
  }
}
