package nightshift.io.load;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import nightshift.io.load.csv.Rule;

/**
 * Makes bars, one a day in ascending order, out of the rows of one symbol in whatever order they
 * came, and counts what is odd about them. Of several rows on one day the last one counts.
 */
final class DailyBars {
  /** A file pasted to itself once or twice has duplicates; more is another kind of data. */
  private static final int MOST_ROWS_A_DAY = 3;

  private final String symbol;
  private final RowBuffer rows;
  private final String where;
  private final Tally tally;

  private DailyBars(String symbol, RowBuffer rows, String where, Tally tally) {
    this.symbol = symbol;
    this.rows = rows;
    this.where = where;
    this.tally = tally;
  }

  /**
   * @param where the file, for messages
   * @return empty when the rows are no daily bars; all are counted as set aside then
   */
  static Optional<SymbolBars> of(String symbol, RowBuffer rows, String where, Tally tally) {
    return new DailyBars(symbol, rows, where, tally).bars();
  }

  private Optional<SymbolBars> bars() {
    int[] sorted = sorted();
    int[] last = lastOfEachDay(sorted);
    if (rows.isFull() || sorted.length > (long) last.length * MOST_ROWS_A_DAY) {
      tally.setAside(Rule.SEVERAL_A_DAY.title(), sorted.length, example(sorted[0]));
      return Optional.empty();
    }
    countDuplicates(sorted);
    countDisorder();
    countOdd(last);
    return Optional.of(
        new SymbolBars(
            symbol,
            IntStream.of(last).map(rows::day).toArray(),
            column(0, last),
            column(1, last),
            column(2, last),
            column(3, last),
            column(4, last),
            adjustedClose(last)));
  }

  /** Indices of all rows by day; rows of one day stay in the order in which they came. */
  private int[] sorted() {
    long[] keys = new long[rows.size()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = ((long) rows.day(row) << 32) | row;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private int[] lastOfEachDay(int[] sorted) {
    return IntStream.range(0, sorted.length)
        .filter(i -> i + 1 == sorted.length || rows.day(sorted[i]) != rows.day(sorted[i + 1]))
        .map(i -> sorted[i])
        .toArray();
  }

  private void countDuplicates(int[] sorted) {
    for (int i = 1; i < sorted.length; i++) {
      if (rows.day(sorted[i]) == rows.day(sorted[i - 1])) {
        tally.setAside(Rule.DUPLICATE_DAY.title(), 1, example(sorted[i - 1]));
      }
    }
  }

  private void countDisorder() {
    int[] falls = steps(-1);
    if (falls.length > 0 && steps(1).length > 0) {
      tally.takenWith(Rule.UNORDERED.title(), falls.length, example(falls[0]));
    }
  }

  /** Rows whose day differs from that of the row before in the given direction. */
  private int[] steps(int direction) {
    return IntStream.range(1, rows.size())
        .filter(row -> Integer.compare(rows.day(row), rows.day(row - 1)) == direction)
        .toArray();
  }

  private void countOdd(int[] taken) {
    for (int row : taken) {
      double open = rows.value(0, row);
      double high = rows.value(1, row);
      double low = rows.value(2, row);
      double close = rows.value(3, row);
      if (Double.isNaN(open)) {
        tally.takenWith(Rule.MISSING_OPEN.title(), 1, example(row));
      }
      if (Double.isNaN(high) || Double.isNaN(low)) {
        tally.takenWith(Rule.MISSING_HIGH_LOW.title(), 1, example(row));
      }
      // Comparisons with NaN are false, so an empty cell breaks no bracket.
      if (high < open || high < close || low > open || low > close) {
        tally.takenWith(Rule.NOT_BRACKETED.title(), 1, example(row));
      }
    }
  }

  private String example(int row) {
    return where
        + " line "
        + rows.line(row)
        + ", "
        + symbol
        + " "
        + LocalDate.ofEpochDay(rows.day(row));
  }

  private double[] column(int column, int[] taken) {
    return IntStream.of(taken).mapToDouble(row -> rows.value(column, row)).toArray();
  }

  private double[] adjustedClose(int[] taken) {
    double[] adjusted = column(5, taken);
    return Arrays.stream(adjusted).allMatch(Double::isNaN) ? null : adjusted;
  }
}
