package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order in which rows are stored; everything else is in the contract of markets. */
class BarCleanerTest {
  @ParameterizedTest
  @CsvSource({
    "1 2 3 4 5, 0, 0",
    "1 2 4 3 5 6, 1, 3",
    "1 2 3 9 4 5 1, 2, 1",
    // The newest first, in one file and in three.
    "5 4 3 2 1, 0, 0",
    "3 2 1 6 5 4 9 8 7, 0, 0"
  })
  void rowsThatAreNotInOrderOfDayAreCounted(String stored, int rows, int first) throws Exception {
    RawBars raw = new RawBars("t", Set.of(Field.CLOSE));
    raw.markStored(Field.CLOSE);
    for (String day : stored.split(" ")) {
      raw.add(Integer.parseInt(day));
      raw.column(Field.CLOSE)[raw.size() - 1] = 10;
    }
    BarSlice slice = BarCleaner.clean("S", raw, Set.of(Column.CLOSE));
    assertThat(slice.days()).isSorted();
    assertThat(slice.isStored(Column.CLOSE)).isTrue();
    List<Finding> disorder =
        slice.findings().stream().filter(f -> f.rule().equals("unordered_rows")).toList();
    assertThat(disorder).hasSize(rows == 0 ? 0 : 1);
    disorder.forEach(
        finding -> {
          assertThat(finding.rows()).isEqualTo(rows);
          assertThat(finding.date()).contains(LocalDate.ofEpochDay(first));
        });
  }
}
