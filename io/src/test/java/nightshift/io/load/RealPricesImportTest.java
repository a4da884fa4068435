package nightshift.io.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five years of 505 real symbols, with the oddities that their README counts. */
class RealPricesImportTest {
  private static final Path ARCHIVE =
      Path.of("../../shared/realdata/sp500_2013_2018.tar.xz").toAbsolutePath().normalize();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void everyRowOfTheArchiveIsTakenAndEveryOddityCounted(String name) throws IOException {
    assumeTrue(Files.exists(ARCHIVE), () -> "real prices are not there: " + ARCHIVE);
    Path target = folder.resolve(name);
    ImportSummary summary = Import.run(ARCHIVE, target, ImportProgress.NONE);

    assertThat(summary.symbols()).isEqualTo(505);
    assertThat(summary.bars()).isEqualTo(619_040);
    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.first()).isEqualTo(LocalDate.of(2013, 2, 8));
    assertThat(summary.last()).isEqualTo(LocalDate.of(2018, 2, 7));
    assertThat(summary.takenWith())
        .extracting(blemish -> blemish.rule() + " " + blemish.rows())
        .containsExactly("missing_high_low 8", "missing_open 11", "not_bracketed 12");
    assertThat(StoredBars.of(target, "AAL"))
        .hasSize(1_259)
        .startsWith("2013-02-08,15.07,15.12,14.63,14.75,8407500.0");
  }
}
