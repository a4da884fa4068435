package nightshift.io.market;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import nightshift.io.day.Days;

/** Counts the stored rows of one symbol by calendar year. */
final class YearCounts {
  private final SortedMap<Integer, Integer> rowsByYear = new TreeMap<>();
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;
  private int year;
  private int yearFirst = 1;
  private int yearLast = 0;
  private int yearRows;

  /** Counts a row; one without a day is no bar and counts nothing. */
  void add(int day) {
    if (day == Days.NONE) {
      return;
    }
    first = Math.min(first, day);
    last = Math.max(last, day);
    if (day < yearFirst || day > yearLast) {
      turnTo(LocalDate.ofEpochDay(day));
    }
    yearRows++;
  }

  /** Rows of one year mostly follow each other, so that the map is asked once a year. */
  private void turnTo(LocalDate date) {
    flush();
    year = date.getYear();
    yearFirst = (int) date.withDayOfYear(1).toEpochDay();
    yearLast = yearFirst + date.lengthOfYear() - 1;
  }

  private void flush() {
    if (yearRows > 0) {
      rowsByYear.merge(year, yearRows, Integer::sum);
      yearRows = 0;
    }
  }

  boolean isEmpty() {
    return last < first;
  }

  /** All rows with a day. */
  long rows() {
    flush();
    return rowsByYear.values().stream().mapToLong(Integer::longValue).sum();
  }

  /**
   * The coverage of what was counted; there must be a row.
   *
   * @param bytesPerColumn see {@link Coverage}
   */
  Coverage coverage(String symbol, long bytesPerColumn) {
    flush();
    return new Coverage(
        symbol,
        LocalDate.ofEpochDay(first),
        LocalDate.ofEpochDay(last),
        rowsByYear,
        bytesPerColumn);
  }
}
