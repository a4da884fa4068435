package nightshift.io.load.csv;

/**
 * One row as it was understood; the same object is filled again for each row of a file. Prices and
 * volume are NaN where they are missing, zero or negative.
 */
public final class Row {
  /** Line in the file, from 1. */
  public long line;

  /** Why the row cannot be taken, or null when it can; then all below is meaningful. */
  public Rule problem;

  /** Symbol in the row, or null when the file has no column for it. */
  public String symbol;

  /** Epoch day. */
  public int day;

  public double open;
  public double high;
  public double low;
  public double close;
  public double volume;

  /** Close adjusted for splits and dividends; NaN when the file has none. */
  public double adjustedClose;

  /** The date as it is written, for messages; may be empty. */
  public String dateText;
}
