package nightshift.io.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveningVoteTest {

  /** Every trading day of a year, summer and winter, stamped at one local time, is found again. */
  @ParameterizedTest
  @CsvSource({
    "UTC, 00:00",
    "America/New_York, 00:00",
    "America/New_York, 09:30",
    "America/New_York, 16:00",
    "America/Sao_Paulo, 00:00",
    "Europe/London, 00:00",
    "Europe/London, 16:30",
    "Europe/Helsinki, 00:00",
    "Asia/Dubai, 00:00",
    "Asia/Kolkata, 00:00",
    "Asia/Kolkata, 15:30",
    "Asia/Hong_Kong, 00:00",
    "Asia/Tokyo, 00:00",
    "Asia/Tokyo, 15:00",
    "Australia/Sydney, 00:00",
    "Pacific/Auckland, 00:00"
  })
  void findsTheLocalDate(String zone, LocalTime time) {
    LocalDate end = LocalDate.of(2025, 1, 1);
    EveningVote vote = new EveningVote();
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      if (isTradingDay(day)) {
        vote.add(stamp(day, time, zone));
      }
    }
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      if (isTradingDay(day)) {
        int found = EveningVote.day(stamp(day, time, zone), vote.eveningIsNextDay());
        assertThat(LocalDate.ofEpochDay(found)).isEqualTo(day);
      }
    }
  }

  private static boolean isTradingDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  private static long stamp(LocalDate day, LocalTime time, String zone) {
    return day.atTime(time).atZone(ZoneId.of(zone)).toEpochSecond();
  }
}
