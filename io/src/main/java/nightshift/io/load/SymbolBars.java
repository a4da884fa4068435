package nightshift.io.load;

/**
 * All bars of one symbol on their way into a store, a primitive array per column. Nothing is
 * checked or mended here but the lengths: what a store shall hold is the caller's decision, and a
 * generator of test data may want dirt in it. NaN is stored as an empty cell.
 *
 * @param symbol the symbol as people write it, at most {@link SymbolFileName#MAX_LENGTH} characters
 * @param days epoch days, ascending
 * @param volume shares or contracts
 * @param adjustedClose close adjusted for splits and dividends, or null when the source has none
 */
public record SymbolBars(
    String symbol,
    int[] days,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] volume,
    double[] adjustedClose) {

  public SymbolBars {
    for (double[] column : new double[][] {open, high, low, close, volume, adjustedClose}) {
      if (column != null && column.length != days.length) {
        throw new IllegalArgumentException(
            symbol + ": a column has " + column.length + " values for " + days.length + " days");
      }
    }
  }

  public int size() {
    return days.length;
  }

  public boolean hasAdjustedClose() {
    return adjustedClose != null;
  }
}
