package nightshift.io.day;

import java.time.LocalDate;

/** Epoch days ({@link LocalDate#toEpochDay}) as {@code int}, within the years 1 to 9999. */
public final class Days {
  /** Stands for a day that is missing or cannot be understood. */
  public static final int NONE = Integer.MIN_VALUE;

  /** 0001-01-01. */
  public static final int FIRST = (int) LocalDate.of(1, 1, 1).toEpochDay();

  /** 9999-12-31. */
  public static final int LAST = (int) LocalDate.of(9999, 12, 31).toEpochDay();

  private Days() {}

  /** The day if it lies within the years 1 to 9999, else {@link #NONE}. */
  public static int checked(long epochDay) {
    return epochDay < FIRST || epochDay > LAST ? NONE : (int) epochDay;
  }

  /** The nearest day within the years 1 to 9999, for bounds such as {@link LocalDate#MIN}. */
  public static int clamped(LocalDate date) {
    return (int) Math.max(FIRST, Math.min(LAST, date.toEpochDay()));
  }

  /** The day with these numbers, or {@link #NONE} where the calendar has none. */
  public static int of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
      return NONE;
    }
    LocalDate firstOfMonth = LocalDate.of(year, month, 1);
    return day > firstOfMonth.lengthOfMonth() ? NONE : (int) firstOfMonth.toEpochDay() + day - 1;
  }
}
