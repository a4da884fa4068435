package nightshift.io.load.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCellTest {
  private static final NumberCell POINT = NumberCell.forFile(List.of("1.5"), ',');
  private static final NumberCell COMMA = NumberCell.forFile(List.of("1,5"), ';');

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14.75|14.75",
        "8407500|8407500",
        "1,234.50|1234.5",
        "1,234|1234",
        "$1,234.5|1234.5",
        "-3|-3",
        "1e3|1000",
        "1.5E-2|0.015",
        ".5|0.5",
        "5.|5",
        "1.2M|1200000",
        "3K|3000",
        "2b|2e9",
        "1'234.5|1234.5",
        "1 234.5|1234.5",
        "0|0"
      })
  void withADecimalPoint(String cell, double value) {
    assertThat(POINT.parse(cell)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"14,75|14.75", "1.234,50|1234.5", "1.234.567|1234567", "8407500|8407500", "7|7"})
  void withADecimalComma(String cell, double value) {
    assertThat(COMMA.parse(cell)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "NaN", "N/A", "-", "None"})
  void whatIsEmpty(String cell) {
    assertThat(POINT.parse(cell)).isNaN();
    assertThat(COMMA.parse(cell)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1.2.3",
        "12,34",
        "1,2345",
        "Infinity",
        "1e999",
        "0x10",
        "1d",
        "M",
        "1..2",
        "."
      })
  void whatIsNoNumber(String cell) {
    assertThat(POINT.parse(cell)).isEqualTo(NumberCell.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234,5|,|true",
        "1,234.5|;|false",
        "14,7|,|true",
        "14.7|;|false",
        "1,234|;|true",
        "1,234|,|false",
        "1,234,567|;|true",
        "123|;|false"
      })
  void theFileTellsWhichMarkIsTheDecimalOne(String cell, char separator, boolean comma) {
    NumberCell numbers = NumberCell.forFile(List.of("", cell), separator);
    assertThat(numbers.parse("7,25")).isEqualTo(comma ? 7.25 : NumberCell.UNREADABLE);
  }
}
