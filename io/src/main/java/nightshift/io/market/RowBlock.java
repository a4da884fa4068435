package nightshift.io.market;

import java.util.List;

/** Collects rows, and appends them to {@link RawBars} a block at a time. */
final class RowBlock {
  private static final int ROWS = 512;

  private final RawBars into;
  private final List<Field> fields;
  private final int[] days = new int[ROWS];
  private final double[][] values;
  private int size;

  /**
   * @param fields those of which there are numbers; others stay NaN
   */
  RowBlock(RawBars into, List<Field> fields) {
    this.into = into;
    this.fields = fields;
    this.values = new double[fields.size()][ROWS];
  }

  /** Begins a row, the numbers of which are to be set. */
  void add(int day) throws MarketException {
    if (size == ROWS) {
      flush();
    }
    days[size++] = day;
  }

  /** Sets a number of the last row. */
  void set(int field, double value) {
    values[field][size - 1] = value;
  }

  /** Appends what was collected. */
  void flush() throws MarketException {
    int start = into.size();
    into.addAll(days, 0, size);
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(values[i], 0, into.column(fields.get(i)), start, size);
    }
    size = 0;
  }
}
