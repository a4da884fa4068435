package nightshift.io.load.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateCellTest {
  private static final int DAY = (int) LocalDate.of(2013, 2, 8).toEpochDay();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2013-02-08",
        "2013-2-8",
        "2013/02/08",
        "2013.02.08",
        "20130208",
        "20130208093000",
        "2013-02-08 00:00:00-05:00",
        "2013-02-08T23:59:59Z",
        "02/08/2013",
        "2/8/2013 16:00",
        "08-Feb-2013",
        "8 February 2013",
        "Feb 08, 2013",
        "Feb-08-2013",
        "1360281600",
        "1360333800",
        "1360281600000",
        "1360281600000000",
        "1360281600000000000"
      })
  void everyFormOfADay(String cell) throws UnusableFileException {
    assertThat(DateCell.forFile(List.of(), DateOrder.AUTO).parse(cell)).isEqualTo(DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "Date",
        "2013-02-30",
        "2013-13-01",
        "2013-00-10",
        "20131301",
        "1799-12-31",
        "2200-01-01",
        "13/13/2013",
        "02/08/13",
        "8 Foo 2013",
        "2013",
        "123456",
        "99999999999999999999"
      })
  void whatIsNoDay(String cell) throws UnusableFileException {
    assertThat(DateCell.forFile(List.of(), DateOrder.AUTO).parse(cell)).isEqualTo(DateCell.NONE);
  }

  @ParameterizedTest
  @CsvSource({"02/08/2013,02/13/2013,2013-02-08", "08.02.2013,13.02.2013,2013-02-08"})
  void aNumberAboveTwelveTellsTheOrder(String cell, String telling, LocalDate day)
      throws UnusableFileException {
    DateCell dates = DateCell.forFile(List.of(cell, cell, telling), DateOrder.AUTO);
    assertThat(dates.parse(cell)).isEqualTo((int) day.toEpochDay());
  }

  @Test
  void anOrderThatIsGivenIsObeyed() throws UnusableFileException {
    DateCell dates = DateCell.forFile(List.of("02/13/2013"), DateOrder.DAY_FIRST);
    assertThat(dates.parse("08/02/2013")).isEqualTo(DAY);
  }

  @Test
  void nothingIsGuessed() {
    assertThatThrownBy(() -> DateCell.forFile(List.of("01/02/2013", "02/02/2013"), DateOrder.AUTO))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("02/02/2013")
        .hasMessageContaining("YYYY-MM-DD");
  }
}
