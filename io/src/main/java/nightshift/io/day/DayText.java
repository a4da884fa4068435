package nightshift.io.day;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days written as text: {@code 2024-01-31} (also with {@code /} or {@code .}, and with a time
 * behind it), {@code 20240131}, {@code 31-Jan-2024}, {@code January 31, 2024}, and numbers as
 * {@link DayNumber} knows them. A zone behind the time is ignored: the date is the local one as
 * written. {@code 01/02/2024} is not understood, for nobody can know which is the month.
 */
public final class DayText {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[Tt ].*)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,9})\\.?,?[- ](\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})");
  private static final Pattern NUMBER = Pattern.compile("\\d{8,19}");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private DayText() {}

  /** The day that a text stands for, or {@link Days#NONE} where it is not understood. */
  public static int parse(String text) {
    String trimmed = text.strip();
    if (isIso(trimmed)) {
      return Days.of(digits(trimmed, 0, 4), digits(trimmed, 5, 7), digits(trimmed, 8, 10));
    }
    Matcher matcher = YEAR_FIRST.matcher(trimmed);
    if (matcher.matches()) {
      return Days.of(number(matcher, 1), number(matcher, 3), number(matcher, 4));
    }
    if (NUMBER.matcher(trimmed).matches()) {
      return parseNumber(trimmed);
    }
    matcher = DAY_FIRST.matcher(trimmed);
    if (matcher.matches()) {
      return Days.of(number(matcher, 3), month(matcher.group(2)), number(matcher, 1));
    }
    matcher = MONTH_FIRST.matcher(trimmed);
    if (matcher.matches()) {
      return Days.of(number(matcher, 3), month(matcher.group(1)), number(matcher, 2));
    }
    return Days.NONE;
  }

  /**
   * The day that {@code yyyy-mm-dd} stands for, without making a text of it, or {@link Days#NONE}
   * where these bytes are anything else; {@link #parse} may still understand them.
   */
  public static int parseIso(byte[] ascii) {
    if (ascii.length != 10 || ascii[4] != '-' || ascii[7] != '-') {
      return Days.NONE;
    }
    int digits = 0;
    for (int i = 0; i < 10; i++) {
      if (i != 4 && i != 7) {
        if (ascii[i] < '0' || ascii[i] > '9') {
          return Days.NONE;
        }
        digits = digits * 10 + ascii[i] - '0';
      }
    }
    return Days.of(digits / 10_000, digits / 100 % 100, digits % 100);
  }

  /**
   * Whether a text is {@code yyyy-mm-dd}, alone or with a time behind it. Among such texts,
   * alphabetical order is the order of days.
   */
  public static boolean isIso(String text) {
    if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
        return false;
      }
    }
    return text.length() == 10 || "Tt ".indexOf(text.charAt(10)) >= 0;
  }

  private static int parseNumber(String text) {
    try {
      long value = Long.parseLong(text);
      return DayNumber.of(value).day(value);
    } catch (NumberFormatException tooLarge) {
      return Days.NONE;
    }
  }

  private static int digits(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** 1 to 12, or 0 for a word that names no month. */
  private static int month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(lower)) {
        return i + 1;
      }
    }
    return lower.equals("sept") ? 9 : 0;
  }
}
