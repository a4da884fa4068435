package nightshift.io.market;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Rows of one symbol as they are stored, in the order of the store, before {@link BarCleaner}.
 * Grows by rows that were found, never by rows that a file claims.
 */
final class RawBars {
  /** Daily bars of a thousand years: it stops a broken file, not a market. */
  private static final int MOST_ROWS = 250_000;

  private final String source;
  private final Map<Field, double[]> columns = new EnumMap<>(Field.class);
  private final Set<Field> stored = EnumSet.noneOf(Field.class);
  private int[] days = new int[0];
  private int size;

  /**
   * @param source file or table, for findings
   * @param fields which numbers each row has
   */
  RawBars(String source, Set<Field> fields) {
    this.source = source;
    fields.forEach(field -> columns.put(field, new double[0]));
  }

  String source() {
    return source;
  }

  int size() {
    return size;
  }

  /** The numbers that each row has, NaN where nothing is stored. */
  Set<Field> fields() {
    return columns.keySet();
  }

  /** Notes that a store has a column for a field; several files may differ in that. */
  void markStored(Field field) {
    stored.add(field);
  }

  /** Whether any of the files or the table has a column for a field. */
  boolean isStored(Field field) {
    return stored.contains(field);
  }

  /**
   * Appends a row, all numbers of which are NaN.
   *
   * @param day epoch day, or {@link nightshift.io.day.Days#NONE}
   */
  void add(int day) throws MarketException {
    if (size == days.length) {
      reserve(1);
    }
    days[size++] = day;
  }

  /**
   * Appends rows, all numbers of which are NaN.
   *
   * @param more epoch days, or {@link nightshift.io.day.Days#NONE}
   * @param from first of them, inclusive
   * @param to last of them, exclusive
   */
  void addAll(int[] more, int from, int to) throws MarketException {
    reserve(to - from);
    System.arraycopy(more, from, days, size, to - from);
    size += to - from;
  }

  /** Makes room for rows that were found. */
  private void reserve(int rows) throws MarketException {
    if (rows > MOST_ROWS - size) {
      throw new MarketException(
          source + ": more than " + MOST_ROWS + " rows of one symbol; these are no daily bars");
    }
    if (size + rows > days.length) {
      int capacity = Math.max(rows == 1 ? 256 : 0, Math.max(size + rows, size + size / 2));
      days = Arrays.copyOf(days, capacity);
      columns.replaceAll((field, values) -> widened(values, capacity));
    }
  }

  private static double[] widened(double[] values, int capacity) {
    double[] wider = Arrays.copyOf(values, capacity);
    Arrays.fill(wider, values.length, capacity, Double.NaN);
    return wider;
  }

  /** Epoch days or {@link nightshift.io.day.Days#NONE}; longer than {@link #size()}. */
  int[] days() {
    return days;
  }

  /** The numbers of a field, longer than {@link #size()}; null when it was not asked for. */
  double[] column(Field field) {
    return columns.get(field);
  }
}
