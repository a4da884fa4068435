package nightshift.transforms.panel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nightshift.io.market.Column;

/**
 * One symbol's bars in a panel: per column one array in which the bars stand without gaps, and for
 * each bar the day of the panel's calendar that it belongs to. Read-only and shared between
 * threads.
 */
public final class SymbolBars {
  private final String symbol;
  private final int[] days;
  private final Map<Column, double[]> columns;

  /**
   * @param days for each bar, its day as an index into the panel's calendar; strictly ascending;
   *     kept
   * @param columns arrays of the same length; kept
   */
  public SymbolBars(String symbol, int[] days, Map<Column, double[]> columns) {
    for (Map.Entry<Column, double[]> column : columns.entrySet()) {
      if (column.getValue().length != days.length) {
        throw new IllegalArgumentException(
            symbol + ": " + column.getKey() + " must have " + days.length + " values");
      }
    }
    this.symbol = symbol;
    this.days = days;
    this.columns = new EnumMap<>(Column.class);
    this.columns.putAll(columns);
  }

  public String symbol() {
    return symbol;
  }

  /** How many bars there are. */
  public int length() {
    return days.length;
  }

  /**
   * For each bar, its day as an index into the panel's calendar; strictly ascending; not a copy.
   */
  public int[] days() {
    return days;
  }

  /** The values of one column, one a bar; not a copy. */
  public double[] column(Column column) {
    double[] values = columns.get(column);
    if (values == null) {
      throw new IllegalStateException(
          symbol + ": column " + column + " is not in the panel; declare it in columns()");
    }
    return values;
  }

  /** Which columns there are. */
  public Set<Column> columns() {
    return columns.keySet();
  }

  /** The index of the first bar on or after a day of the calendar; {@link #length()} if none. */
  public int firstBarFrom(int day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
