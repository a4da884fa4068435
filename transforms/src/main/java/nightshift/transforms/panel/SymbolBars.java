package nightshift.transforms.panel;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import nightshift.io.market.Column;

/**
 * One symbol's bars in a panel: per column one array in which the bars stand without gaps, and for
 * each bar the day of the panel's calendar that it belongs to. Read-only; those of a panel in
 * memory are shared between threads.
 */
public final class SymbolBars {
  private final String symbol;
  private final int[] days;
  private final int length;
  private final double[][] columns = new double[Column.values().length][];
  private final int missing;

  /**
   * @param days for each bar, its day as an index into the panel's calendar; strictly ascending;
   *     kept
   * @param columns arrays of the same length; kept
   */
  public SymbolBars(String symbol, int[] days, Map<Column, double[]> columns) {
    this(symbol, days, days.length, columns);
    for (Map.Entry<Column, double[]> column : columns.entrySet()) {
      if (column.getValue().length != days.length) {
        throw new IllegalArgumentException(
            symbol + ": " + column.getKey() + " must have " + days.length + " values");
      }
    }
  }

  /**
   * Bars in arrays that may be longer than there are bars.
   *
   * @param length how many bars there are
   */
  SymbolBars(String symbol, int[] days, int length, Map<Column, double[]> columns) {
    this.symbol = symbol;
    this.days = days;
    this.length = length;
    columns.forEach((column, values) -> this.columns[column.ordinal()] = values);
    this.missing = length == 0 ? 0 : days[length - 1] - days[0] - (length - 1);
  }

  public String symbol() {
    return symbol;
  }

  /** How many bars there are. */
  public int length() {
    return length;
  }

  /**
   * For each bar, its day as an index into the panel's calendar; strictly ascending; not a copy,
   * and may be longer than there are bars.
   */
  public int[] days() {
    return days;
  }

  /** The values of one column, one a bar; not a copy, and may be longer than there are bars. */
  public double[] column(Column column) {
    double[] values = columns[column.ordinal()];
    if (values == null) {
      throw new IllegalStateException(
          symbol + ": column " + column + " is not in the panel; declare it in columns()");
    }
    return values;
  }

  /** Which columns there are. */
  public Set<Column> columns() {
    Set<Column> present = EnumSet.noneOf(Column.class);
    for (Column column : Column.values()) {
      if (columns[column.ordinal()] != null) {
        present.add(column);
      }
    }
    return present;
  }

  /** The index of the first bar on or after a day of the calendar; {@link #length()} if none. */
  public int firstBarFrom(int day) {
    // Of the days from the first bar on, no more than all that are missing can be missing so far.
    int passed = length == 0 ? 0 : day - days[0];
    int low = Math.max(0, Math.min(passed - missing, length));
    int high = Math.max(0, Math.min(passed, length));
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
