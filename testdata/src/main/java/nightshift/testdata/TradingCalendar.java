package nightshift.testdata;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Business days of an exchange much like New York's, without its movable and one-off holidays. */
final class TradingCalendar {
  private TradingCalendar() {}

  /**
   * @return the epoch days of all sessions, ascending
   * @param firstYear inclusive
   * @param lastYear inclusive
   */
  static int[] sessions(int firstYear, int lastYear) {
    return IntStream.rangeClosed(firstYear, lastYear)
        .flatMap(TradingCalendar::sessionsOf)
        .toArray();
  }

  private static IntStream sessionsOf(int year) {
    Set<LocalDate> holidays = holidaysOf(year);
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> !isWeekend(day) && !holidays.contains(day))
        .mapToInt(day -> Math.toIntExact(day.toEpochDay()));
  }

  private static boolean isWeekend(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday == SATURDAY || weekday == SUNDAY;
  }

  private static Set<LocalDate> holidaysOf(int year) {
    Set<LocalDate> holidays = new HashSet<>();
    holidays.add(observed(LocalDate.of(year, 1, 1)));
    holidays.add(LocalDate.of(year, 1, 1).with(dayOfWeekInMonth(3, MONDAY)));
    holidays.add(LocalDate.of(year, 2, 1).with(dayOfWeekInMonth(3, MONDAY)));
    holidays.add(LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)));
    holidays.add(observed(LocalDate.of(year, 7, 4)));
    holidays.add(LocalDate.of(year, 9, 1).with(dayOfWeekInMonth(1, MONDAY)));
    holidays.add(LocalDate.of(year, 11, 1).with(dayOfWeekInMonth(4, THURSDAY)));
    holidays.add(observed(LocalDate.of(year, 12, 25)));
    return holidays;
  }

  /**
   * The session on which a holiday of fixed date is kept: Friday for Saturday, Monday for Sunday.
   */
  private static LocalDate observed(LocalDate holiday) {
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> holiday.minusDays(1);
      case SUNDAY -> holiday.plusDays(1);
      default -> holiday;
    };
  }
}
