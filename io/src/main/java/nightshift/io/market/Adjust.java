package nightshift.io.market;

/** What becomes of an adjusted close, where a store has one. */
public enum Adjust {
  /** All four prices of a bar are multiplied by adjusted close / close. */
  AUTO,
  /** Prices are taken as they are stored. */
  NONE
}
