package nightshift.io.market;

/** A column of prices that a strategy may ask for. Every other column of a store is never read. */
public enum Column {
  /** First price of the day; NaN where the store has none. */
  OPEN,
  /** Highest price of the day. */
  HIGH,
  /** Lowest price of the day. */
  LOW,
  /** Last price of the day; present and positive in every bar. */
  CLOSE,
  /** Shares or contracts traded; NaN where the store has none. */
  VOLUME
}
