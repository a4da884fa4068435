package nightshift.io.day;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
  private static final int DAY = (int) LocalDate.of(2024, 2, 9).toEpochDay();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-09",
        " 2024-02-09 ",
        "2024-02-09 16:00:00",
        "2024-02-09T00:00:00.000Z",
        "2024-02-09T23:59:59-05:00",
        "2024/02/09",
        "2024/2/9",
        "2024.02.09",
        "2024-2-9 09:30",
        "20240209",
        "1707436800",
        "1707436800000",
        "09-Feb-2024",
        "9 February 2024",
        "Feb 9, 2024",
        "February 9 2024",
        "Feb. 09, 2024"
      })
  void understands(String text) {
    assertThat(DayText.parse(text)).isEqualTo(DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n/a",
        "02/09/2024",
        "09.02.2024",
        "2024-02-30",
        "2023-02-29",
        "2024-13-01",
        "2024-02-09x",
        "2024-02/09",
        "20240230x",
        "9-Foo-2024",
        "99999999999999999999",
        "0000-01-01"
      })
  void refuses(String text) {
    assertThat(DayText.parse(text)).isEqualTo(Days.NONE);
  }

  @Test
  void understandsIsoDatesAsBytes() {
    assertThat(DayText.parseIso("2024-02-09".getBytes(US_ASCII))).isEqualTo(DAY);
    for (String other :
        List.of(
            "",
            "2024-2-09x",
            "2024-02-09 ",
            "2024/02/09",
            "2024-02-30",
            "2024-13-01",
            "202a-02-09",
            "2024-02-0:")) {
      assertThat(DayText.parseIso(other.getBytes(US_ASCII))).as(other).isEqualTo(Days.NONE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-09, true",
    "2024-02-09 10:00, true",
    "2024-2-9, false",
    "20240209, false",
    "2024/02/09, false",
    "2024-02-09x, false"
  })
  void tellsTextThatSortsByDay(String text, boolean iso) {
    assertThat(DayText.isIso(text)).isEqualTo(iso);
  }
}
