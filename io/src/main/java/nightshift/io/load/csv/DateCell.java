package nightshift.io.load.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day in a cell, in any of the forms that price files have: 2013-02-08, 2013/2/8, 2013.02.08,
 * 20130208, 02/08/2013, 8.2.2013, 08-Feb-2013, Feb 8, 2013, each with or without a time of day
 * after it, and seconds, milli-, micro- or nanoseconds since 1970. A day with a time zone is the
 * day as it is written; a count of seconds is a day in UTC.
 */
final class DateCell {
  /** What {@link #parse} returns for a cell that has no date in it. */
  static final int NONE = Integer.MIN_VALUE;

  private static final Pattern THREE_PARTS =
      Pattern.compile(
          "(\\d{1,4}|[A-Za-z]{3,9})[-/. ]+(\\d{1,2}|[A-Za-z]{3,9})[-/., ]+(\\d{1,4})(?!\\d).*");
  private static final Pattern COMPACT = Pattern.compile("\\d{8}(\\d{6})?([ T].*)?");
  private static final Pattern EPOCH = Pattern.compile("-?\\d{9,19}");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;

  private final DateOrder order;

  private DateCell(DateOrder order) {
    this.order = order;
  }

  /**
   * @param cells dates of one file
   * @param wanted the order to use, or AUTO to find out
   * @throws UnusableFileException when the cells do not tell the order, and it matters
   */
  static DateCell forFile(Iterable<String> cells, DateOrder wanted) throws UnusableFileException {
    if (wanted != DateOrder.AUTO) {
      return new DateCell(wanted);
    }
    DateCell anyOrder = new DateCell(DateOrder.MONTH_FIRST);
    String ambiguous = null;
    for (String cell : cells) {
      Matcher parts = THREE_PARTS.matcher(cell);
      if (parts.matches() && isYearLast(parts)) {
        if (Integer.parseInt(parts.group(1)) > 12) {
          return new DateCell(DateOrder.DAY_FIRST);
        }
        if (Integer.parseInt(parts.group(2)) > 12) {
          return new DateCell(DateOrder.MONTH_FIRST);
        }
        ambiguous = cell;
      } else if (anyOrder.parse(cell) != NONE) {
        return anyOrder;
      }
    }
    if (ambiguous != null) {
      throw new UnusableFileException(
          "dates like "
              + ambiguous
              + " may be month first or day first, and no row tells;"
              + " say which, or write them as YYYY-MM-DD");
    }
    return anyOrder;
  }

  private static boolean isYearLast(Matcher parts) {
    return isNumber(parts.group(1)) && parts.group(1).length() <= 2 && isNumber(parts.group(2));
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) <= '9';
  }

  /**
   * @return the epoch day, or {@link #NONE}
   */
  int parse(String cell) {
    if (isIso(cell)) {
      return day(number(cell, 0, 4), number(cell, 5, 7), number(cell, 8, 10));
    }
    if (COMPACT.matcher(cell).matches()) {
      return day(number(cell, 0, 4), number(cell, 4, 6), number(cell, 6, 8));
    }
    if (EPOCH.matcher(cell).matches()) {
      return epoch(cell);
    }
    Matcher parts = THREE_PARTS.matcher(cell);
    return parts.matches() ? parts(parts.group(1), parts.group(2), parts.group(3)) : NONE;
  }

  /** The usual case, without a pattern. */
  private static boolean isIso(String cell) {
    if (cell.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = cell.charAt(i);
      boolean dash = i == 4 || i == 7;
      if (dash ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private int parts(String first, String second, String third) {
    if (isNumber(first) && first.length() == 4) {
      return day(Integer.parseInt(first), month(second), Integer.parseInt(third));
    }
    int year = Integer.parseInt(third);
    boolean monthFirst = !isNumber(first) || isNumber(second) && order == DateOrder.MONTH_FIRST;
    String month = monthFirst ? first : second;
    String day = monthFirst ? second : first;
    return isNumber(day) ? day(year, month(month), Integer.parseInt(day)) : NONE;
  }

  private static int month(String part) {
    return isNumber(part)
        ? Integer.parseInt(part)
        : MONTHS.indexOf(part.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static int number(String cell, int from, int to) {
    return Integer.parseInt(cell, from, to, 10);
  }

  private static int day(int year, int month, int day) {
    boolean exists =
        year >= FIRST_YEAR
            && year <= LAST_YEAR
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return exists ? Math.toIntExact(LocalDate.of(year, month, day).toEpochDay()) : NONE;
  }

  /** The unit follows from the number of digits: a date of our times has 9 or 10 as seconds. */
  private static int epoch(String cell) {
    int digits = cell.startsWith("-") ? cell.length() - 1 : cell.length();
    long unitsPerSecond =
        digits <= 10 ? 1 : digits <= 13 ? 1_000 : digits <= 16 ? 1_000_000 : 1_000_000_000;
    long day = Math.floorDiv(Math.floorDiv(Long.parseLong(cell), unitsPerSecond), 86_400L);
    return day(LocalDate.ofEpochDay(day));
  }

  private static int day(LocalDate date) {
    return day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }
}
