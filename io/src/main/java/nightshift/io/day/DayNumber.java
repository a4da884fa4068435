package nightshift.io.day;

import java.time.LocalDate;

/**
 * What a whole number means that stands for a day. Where the store does not say, the size of the
 * number does, see {@link #of}.
 */
public enum DayNumber {
  /** Days since 1970-01-01. */
  DAYS(0),
  /** The digits of the date, 20240131. */
  YYYYMMDD(0),
  /** Seconds since 1970-01-01T00:00Z. */
  SECONDS(1),
  /** Milliseconds since 1970-01-01T00:00Z. */
  MILLIS(1_000),
  /** Microseconds since 1970-01-01T00:00Z. */
  MICROS(1_000_000),
  /** Nanoseconds since 1970-01-01T00:00Z. */
  NANOS(1_000_000_000);

  private static final int SECONDS_PER_DAY = 86_400;

  /** Numbers a second, 0 for the two that count no time. */
  private final long perSecond;

  DayNumber(long perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * The meaning of a number without a type: up to 80,000 days (the year 2189), then eight digits
   * that form a date from 1800 to 2200, then the finest unit whose result is before 2286. A number
   * of seconds cannot be told from days on 1970-01-01, nor from milliseconds before May 1970.
   */
  public static DayNumber of(long value) {
    long size = Math.abs(value);
    if (size <= 80_000) {
      return DAYS;
    }
    if (value >= 1800_01_01 && value <= 2200_12_31 && digits(value) != Days.NONE) {
      return YYYYMMDD;
    }
    if (size < 10_000_000_000L) {
      return SECONDS;
    }
    if (size < 10_000_000_000_000L) {
      return MILLIS;
    }
    return size < 10_000_000_000_000_000L ? MICROS : NANOS;
  }

  /** Whether such numbers count time, so that a zone may shift their day. */
  public boolean isInstant() {
    return perSecond > 0;
  }

  /** Whole seconds since 1970-01-01T00:00Z, for the units that count time. */
  public long seconds(long value) {
    return Math.floorDiv(value, perSecond);
  }

  /** The day, in UTC for the units that count time; {@link Days#NONE} where there is none. */
  public int day(long value) {
    return switch (this) {
      case DAYS -> Days.checked(value);
      case YYYYMMDD -> digits(value);
      default -> Days.checked(Math.floorDiv(seconds(value), SECONDS_PER_DAY));
    };
  }

  /** The smallest number of a day, or the nearest {@code long} where it does not fit. */
  public long least(int day) {
    if (this == DAYS) {
      return day;
    }
    if (this == YYYYMMDD) {
      LocalDate date = LocalDate.ofEpochDay(day);
      return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    }
    long seconds = (long) day * SECONDS_PER_DAY;
    long whole = seconds * perSecond;
    if (seconds != 0 && whole / seconds != perSecond) {
      return day < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return whole;
  }

  private static int digits(long value) {
    if (value < 0 || value > 9999_12_31) {
      return Days.NONE;
    }
    int number = (int) value;
    return Days.of(number / 10_000, number / 100 % 100, number % 100);
  }
}
