package nightshift.transforms.panel;

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
  private final double[][] columns = new double[Column.values().length][];
  private final Set<Column> present;
  private final int missing;

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
    columns.forEach((column, values) -> this.columns[column.ordinal()] = values);
    this.present = Set.copyOf(columns.keySet());
    this.missing = days.length == 0 ? 0 : days[days.length - 1] - days[0] - (days.length - 1);
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
    double[] values = columns[column.ordinal()];
    if (values == null) {
      throw new IllegalStateException(
          symbol + ": column " + column + " is not in the panel; declare it in columns()");
    }
    return values;
  }

  /** Which columns there are. */
  public Set<Column> columns() {
    return present;
  }

  /** The index of the first bar on or after a day of the calendar; {@link #length()} if none. */
  public int firstBarFrom(int day) {
    // Of the days from the first bar on, no more than all that are missing can be missing so far.
    int passed = days.length == 0 ? 0 : day - days[0];
    int low = Math.max(0, Math.min(passed - missing, days.length));
    int high = Math.max(0, Math.min(passed, days.length));
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
