package nightshift.transforms.panel;

import nightshift.io.market.Column;

/**
 * Arrays for the bars of one symbol at a time, used again for the next one; they grow to the
 * longest. An instance belongs to one worker.
 */
public final class Room {
  private final double[][] columns = new double[Column.values().length][0];
  private final Transfer transfer;
  private int[] days = new int[0];

  /**
   * @param transfer the worker's way to the file, which its rooms share
   */
  public Room(Transfer transfer) {
    this.transfer = transfer;
  }

  Transfer transfer() {
    return transfer;
  }

  /** An array for at least so many days; its content is anything. */
  int[] days(int length) {
    if (days.length < length) {
      days = new int[length];
    }
    return days;
  }

  /** An array for at least so many values of a column; its content is anything. */
  double[] values(Column column, int length) {
    if (columns[column.ordinal()].length < length) {
      columns[column.ordinal()] = new double[length];
    }
    return columns[column.ordinal()];
  }
}
