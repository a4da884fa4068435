package nightshift.io.load;

import java.util.Arrays;
import nightshift.io.load.csv.Row;

/** Rows of one symbol in the order in which they came, a primitive array per column. */
final class RowBuffer {
  /** More rows than this cannot be daily bars of one symbol: there are fewer days in 400 years. */
  static final int CAPACITY = 200_000;

  /** Columns by index: open, high, low, close, volume, adjusted close. */
  static final int COLUMNS = 6;

  private int size;
  private int[] days = new int[1024];
  private long[] lines = new long[1024];
  private final double[][] values = new double[COLUMNS][1024];

  int size() {
    return size;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  void clear() {
    size = 0;
  }

  void add(Row row) {
    add(
        row.day,
        row.line,
        new double[] {row.open, row.high, row.low, row.close, row.volume, row.adjustedClose});
  }

  void add(int day, long line, double[] cells) {
    if (size == days.length) {
      grow(size * 2);
    }
    days[size] = day;
    lines[size] = line;
    for (int column = 0; column < COLUMNS; column++) {
      values[column][size] = cells[column];
    }
    size++;
  }

  private void grow(int capacity) {
    days = Arrays.copyOf(days, capacity);
    lines = Arrays.copyOf(lines, capacity);
    for (int column = 0; column < COLUMNS; column++) {
      values[column] = Arrays.copyOf(values[column], capacity);
    }
  }

  int day(int row) {
    return days[row];
  }

  /** Line of a row in its file. */
  long line(int row) {
    return lines[row];
  }

  double value(int column, int row) {
    return values[column][row];
  }

  double[] cells(int row) {
    double[] cells = new double[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      cells[column] = values[column][row];
    }
    return cells;
  }
}
