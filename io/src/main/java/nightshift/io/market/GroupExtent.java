package nightshift.io.market;

import nightshift.io.day.Days;

/** Between which days and symbols the rows of one row group lie. */
final class GroupExtent {
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = Integer.MIN_VALUE;
  private int firstSymbol = Integer.MAX_VALUE;
  private int lastSymbol = -1;

  /**
   * Takes in a row.
   *
   * @param symbol the number of its symbol, in the order in which they first appear in the file
   * @param day epoch day, or {@link Days#NONE}
   */
  void add(int symbol, int day) {
    firstSymbol = Math.min(firstSymbol, symbol);
    lastSymbol = Math.max(lastSymbol, symbol);
    if (day != Days.NONE) {
      firstDay = Math.min(firstDay, day);
      lastDay = Math.max(lastDay, day);
    }
  }

  /** Whether there may be rows of a symbol on some days. */
  boolean mayHave(int symbol, DayRange range) {
    return symbol >= firstSymbol
        && symbol <= lastSymbol
        && firstDay <= range.to()
        && lastDay >= range.from();
  }
}
