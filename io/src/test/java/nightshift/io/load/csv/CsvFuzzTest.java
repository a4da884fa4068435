package nightshift.io.load.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import nightshift.io.day.Days;

/** Any bytes in the place of a CSV file. */
class CsvFuzzTest {
  @FuzzTest
  void everyRowIsABarOrHasAProblem(byte[] text) throws IOException {
    CsvFile file;
    try {
      file = CsvFile.of(new ByteArrayInputStream(text), DateOrder.AUTO);
    } catch (UnusableFileException refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
      return;
    }
    Row row = new Row();
    long rows = 0;
    while (file.next(row)) {
      rows++;
      if (row.problem == null) {
        requireBar(row, file.hasSymbols());
      }
    }
    // The header has a date and a close, a row at least its line's end.
    assertThat(rows).isLessThanOrEqualTo(text.length);
  }

  private static void requireBar(Row row, boolean hasSymbols) {
    assertThat(row.day).isBetween(Days.FIRST, Days.LAST);
    assertThat(row.close).isPositive().isFinite();
    for (double price : new double[] {row.open, row.high, row.low, row.adjustedClose}) {
      assertThat(Double.isNaN(price) || price > 0 && price < Double.POSITIVE_INFINITY)
          .as("price %s", price)
          .isTrue();
    }
    assertThat(row.volume < 0 || Double.isInfinite(row.volume)).as("volume").isFalse();
    if (hasSymbols) {
      assertThat(row.symbol).hasSizeBetween(1, 40);
      assertThat(row.symbol.chars()).noneMatch(Character::isISOControl);
    }
  }
}
