package nightshift.io.market;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bars of one symbol as a store gives them: primitive arrays, one a column, in ascending order of
 * day, at most one bar a day. Every close is finite and positive. A missing or non-positive open is
 * NaN; a missing high or low is the larger or smaller of what open and close there are; a missing
 * volume is NaN. Rows that could not be used are not here but in {@link #findings()}.
 */
public final class BarSlice {
  private final String symbol;
  private final int[] days;
  private final Map<Column, double[]> columns;
  private final List<Finding> findings;
  private final Set<Column> stored;

  /**
   * @param days epoch days, strictly ascending
   * @param columns arrays of the same length as {@code days}; kept, not copied
   */
  public BarSlice(
      String symbol, int[] days, Map<Column, double[]> columns, List<Finding> findings) {
    this(symbol, days, columns, findings, columns.keySet());
  }

  /**
   * @param days epoch days, strictly ascending
   * @param columns arrays of the same length as {@code days}; kept, not copied
   * @param stored which of the columns the store has
   */
  public BarSlice(
      String symbol,
      int[] days,
      Map<Column, double[]> columns,
      List<Finding> findings,
      Set<Column> stored) {
    for (Map.Entry<Column, double[]> column : columns.entrySet()) {
      if (column.getValue().length != days.length) {
        throw new IllegalArgumentException(
            symbol
                + ": column "
                + column.getKey()
                + " has "
                + column.getValue().length
                + " values for "
                + days.length
                + " days");
      }
    }
    this.symbol = symbol;
    this.days = days;
    this.columns = new EnumMap<>(Column.class);
    this.columns.putAll(columns);
    this.findings = List.copyOf(findings);
    this.stored = Set.copyOf(stored);
  }

  public String symbol() {
    return symbol;
  }

  public int size() {
    return days.length;
  }

  /** Epoch days ({@link java.time.LocalDate#toEpochDay}), strictly ascending; not a copy. */
  public int[] days() {
    return days;
  }

  /** The values of one column, in the order of {@link #days()}; not a copy. */
  public double[] column(Column column) {
    double[] values = columns.get(column);
    if (values == null) {
      throw new IllegalArgumentException(symbol + ": column " + column + " was not read");
    }
    return values;
  }

  /** Which columns were read. */
  public Set<Column> columns() {
    return columns.keySet();
  }

  /** Whether the store has a column; the values of one that it has not are missing or made up. */
  public boolean isStored(Column column) {
    return stored.contains(column);
  }

  /** What was set aside or mended on the way. */
  public List<Finding> findings() {
    return findings;
  }
}
