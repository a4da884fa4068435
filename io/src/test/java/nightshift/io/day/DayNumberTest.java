package nightshift.io.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayNumberTest {

  @ParameterizedTest
  @CsvSource({
    "19762, DAYS, 2024-02-09",
    "-3653, DAYS, 1960-01-01",
    "20240209, YYYYMMDD, 2024-02-09",
    "19620102, YYYYMMDD, 1962-01-02",
    "1707436800, SECONDS, 2024-02-09",
    "-252374400, SECONDS, 1962-01-02",
    "1707436800000, MILLIS, 2024-02-09",
    "1707523199999, MILLIS, 2024-02-09",
    "1707436800000000, MICROS, 2024-02-09",
    "1707436800000000000, NANOS, 2024-02-09",
    "-252374400000000000, NANOS, 1962-01-02",
    "20240230, SECONDS, 1970-08-23"
  })
  void tellsTheMeaningByTheSize(long value, DayNumber meaning, LocalDate day) {
    assertThat(DayNumber.of(value)).isEqualTo(meaning);
    assertThat(meaning.day(value)).isEqualTo((int) day.toEpochDay());
  }

  @Test
  void givesTheLeastNumberOfADay() {
    int day = (int) LocalDate.of(2024, 2, 9).toEpochDay();
    for (DayNumber number : DayNumber.values()) {
      long least = number.least(day);
      assertThat(number.day(least)).as(number.name()).isEqualTo(day);
      assertThat(number.day(least - 1)).as(number.name()).isNotEqualTo(day);
    }
  }

  @Test
  void staysWithinALongForDistantDays() {
    assertThat(DayNumber.NANOS.least(Days.LAST)).isEqualTo(Long.MAX_VALUE);
    assertThat(DayNumber.NANOS.least(Days.FIRST)).isEqualTo(Long.MIN_VALUE);
    assertThat(DayNumber.NANOS.least(0)).isZero();
  }

  @Test
  void knowsNoDayOutsideTheYears1To9999() {
    assertThat(DayNumber.SECONDS.day(Long.MAX_VALUE)).isEqualTo(Days.NONE);
    assertThat(DayNumber.DAYS.day(Integer.MIN_VALUE)).isEqualTo(Days.NONE);
    assertThat(DayNumber.YYYYMMDD.day(20240230)).isEqualTo(Days.NONE);
  }
}
