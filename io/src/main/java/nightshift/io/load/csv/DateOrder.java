package nightshift.io.load.csv;

/** How a date of the kind 01/02/2013 is meant. */
public enum DateOrder {
  /** Decided for each file by its own dates: one with a number above 12 tells. */
  AUTO,
  /** 01/02/2013 is the second of January. */
  MONTH_FIRST,
  /** 01/02/2013 is the first of February. */
  DAY_FIRST
}
