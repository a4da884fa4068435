package nightshift.io.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import nightshift.io.day.Days;

/** Counts the stored rows of one symbol by calendar year. */
final class YearCounts {
  private short[] years = {};
  private int[] rows = {};
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;
  private int year;
  private int yearFirst = 1;
  private int yearLast = 0;
  private int yearRows;
  private long content;

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

  /**
   * Counts a row whose values are known.
   *
   * @param values a fingerprint of them and of the day
   */
  void add(int day, long values) {
    add(day);
    content += values;
  }

  /** The sum of the fingerprints. */
  long content() {
    return content;
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
      int place = Arrays.binarySearch(years, (short) year);
      if (place < 0) {
        place = -place - 1;
        insert(place);
      }
      rows[place] += yearRows;
      yearRows = 0;
    }
  }

  /** Makes room for a year; there are few, so that the arrays are as long as needed. */
  private void insert(int place) {
    short[] moreYears = Arrays.copyOf(years, years.length + 1);
    int[] moreRows = Arrays.copyOf(rows, rows.length + 1);
    System.arraycopy(years, place, moreYears, place + 1, years.length - place);
    System.arraycopy(rows, place, moreRows, place + 1, rows.length - place);
    moreYears[place] = (short) year;
    moreRows[place] = 0;
    years = moreYears;
    rows = moreRows;
  }

  boolean isEmpty() {
    return last < first;
  }

  /** All rows with a day. */
  long rows() {
    flush();
    return Arrays.stream(rows).asLongStream().sum();
  }

  /**
   * The coverage of what was counted; there must be a row.
   *
   * @param bytesPerColumn see {@link Coverage}
   * @param content see {@link Coverage}
   */
  Coverage coverage(String symbol, long bytesPerColumn, long content) {
    flush();
    SortedMap<Integer, Integer> rowsByYear = new TreeMap<>();
    for (int i = 0; i < years.length; i++) {
      rowsByYear.put((int) years[i], rows[i]);
    }
    return new Coverage(
        symbol,
        LocalDate.ofEpochDay(first),
        LocalDate.ofEpochDay(last),
        rowsByYear,
        bytesPerColumn,
        content);
  }
}
