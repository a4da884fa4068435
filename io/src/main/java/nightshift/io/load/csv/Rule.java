package nightshift.io.load.csv;

import java.util.Locale;

/** What can be wrong with a row of prices, and whether the row is taken all the same. */
public enum Rule {
  /** A cell that should be a number is not, or cells are missing. */
  UNREADABLE(false),
  /** The date is not one, or lies outside 1800 to 2199. */
  BAD_DATE(false),
  /** The symbol is empty, too long, or has characters that cannot be seen. */
  BAD_SYMBOL(false),
  /** The close is missing, zero or negative. */
  MISSING_CLOSE(false),
  /** A later row has the same day; the last one is taken. */
  DUPLICATE_DAY(false),
  /** Far more rows than days: these are not daily bars. */
  SEVERAL_A_DAY(false),
  /** Another file had this symbol first. */
  SYMBOL_ELSEWHERE(false),
  /** The open is missing, zero or negative; stored as empty. */
  MISSING_OPEN(true),
  /** High or low is missing, zero or negative; stored as empty. */
  MISSING_HIGH_LOW(true),
  /** High is below, or low is above, open or close; stored as it is. */
  NOT_BRACKETED(true),
  /** Neither oldest nor newest first; sorted. */
  UNORDERED(true);

  private final boolean taken;

  Rule(boolean taken) {
    this.taken = taken;
  }

  /** Whether a row with this blemish is in the store nevertheless. */
  public boolean taken() {
    return taken;
  }

  /** The short stable name that summaries show. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
