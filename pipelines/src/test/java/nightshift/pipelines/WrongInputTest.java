package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a call: one clear line, exit status 2, and no database. */
class WrongInputTest {
  @TempDir Path folder;
  private Path research;

  @BeforeEach
  void nameDatabase() {
    research = folder.resolve("results").resolve("research.db");
  }

  @AfterEach
  void noDatabaseWasCreated() {
    assertThat(research).doesNotExist();
    assertThat(research.getParent()).doesNotExist();
  }

  private void isRefused(Cli call, String... words) {
    assertThat(call.status()).as(call.err()).isEqualTo(2);
    assertThat(call.err()).startsWith("nightshift: ").contains(words).hasLineCount(1);
    assertThat(call.out()).isEmpty();
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void aMarketThatIsNotThere() {
    Path nowhere = folder.resolve("nowhere");
    isRefused(Cli.run(nowhere, research), nowhere.toString());
  }

  @Test
  void anEmptyFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    isRefused(Cli.run(empty, research), empty.toString());
  }

  @Test
  void aFolderWithoutPrices() throws IOException {
    Path photos = file("photos/cat.jpg", "meow").getParent();
    isRefused(Cli.run(photos, research), photos.toString());
  }

  @Test
  void aParquetFileCutInHalf() throws IOException {
    byte[] whole = Files.readAllBytes(Cli.BUNDLED.resolve("BICF.parquet"));
    Path half = folder.resolve("half.parquet");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    isRefused(Cli.run(half, research), half.toString());
    Path alone = Files.createDirectory(folder.resolve("alone"));
    Files.copy(half, alone.resolve("BICF.parquet"));
    isRefused(Cli.run(alone, research), "BICF.parquet");
  }

  @Test
  void aTextThatIsNamedParquet() throws IOException {
    Path text = file("market/AAPL.parquet", "date,open,high,low,close");
    isRefused(Cli.run(text.getParent(), research), "AAPL.parquet");
  }

  @Test
  void aDatabaseWithoutBars() throws SQLException {
    Path photos = folder.resolve("photos.db");
    createTable(photos, "photos (name TEXT)");
    isRefused(Cli.run(photos, research), photos.toString());
  }

  private static void createTable(Path file, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE " + table);
    }
  }

  @Test
  void symbolsThatAreNotThere() {
    isRefused(Cli.run(Cli.BUNDLED, research, "--symbols=GOOG,Q?"), "GOOG,Q?");
  }

  @Test
  void yearsWithoutData() {
    isRefused(Cli.run(Cli.BUNDLED, research, "--asOf=1999-12-31"), "1999-12-31");
    isRefused(Cli.run(Cli.BUNDLED, research, "--asOf=2014-02-01"), "half a year");
  }

  @ParameterizedTest
  @CsvSource({
    "--maxSymbol=3, unknown option --maxSymbol, --maxSymbols",
    "--profile=pi_save, unknown profile, pi_safe",
    "--strategies=sma_crass, unknown strategy, sma_cross",
    "--objective=sharp, unknown objective, sharpe",
    "'--objective=sharpe,max_drawdwon', unknown objective 'max_drawdwon', did you mean max_drawdown?",
    "'--objective=sqn,calmar,sqn', objective 'sqn' is named twice, 'sqn,calmar,sqn'",
    "'--objective=sqn,,calmar', --objective, separated by commas",
    "--population=-5, --population, 2 to",
    "--population=99999999999, --population, 2 to",
    "--maxYears=0, --maxYears, 1 to",
    "--workers=zero, --workers, 1 to",
    "--asOf=yesterday, --asOf, YYYY-MM-DD",
    "--runner=SparkRunner, --runner, DirectRunner",
  })
  void anOptionOrValueThatIsNotAllowed(String option, String what, String allowed) {
    isRefused(Cli.call("--market=" + Cli.BUNDLED, "--research=" + research, option), what, allowed);
  }

  @Test
  void aPopulationThatIsTooLargeForAFront() {
    isRefused(
        Cli.call(
            "--market=" + Cli.BUNDLED,
            "--research=" + research,
            "--objective=sharpe,volatility",
            "--population=1001"),
        "--population must be 2 to 1000 with several objectives, got 1001");
  }

  @Test
  void aRunnerThatIsNotPartOfTheBuild() {
    assumeFalse(FlinkTest.isInThisBuild(), "Flink is part of this build");
    isRefused(Cli.run(Cli.BUNDLED, research, "--runner=FlinkRunner"), "-Pflink");
  }

  @Test
  void aSymbolListThatIsNotThere() {
    isRefused(Cli.run(Cli.BUNDLED, research, "--symbols=@" + folder + "/list.txt"), "list.txt");
  }

  @Test
  void aPlaceThatCannotBeWritten() throws IOException {
    Path blocked = file("blocked", "a file, not a folder").resolve("research.db");
    isRefused(Cli.run(Cli.BUNDLED, blocked), blocked.toString());
    isRefused(Cli.run(Cli.BUNDLED, folder), folder.toString());
  }

  @Test
  void aResearchPathThatIsAnotherDatabase() throws Exception {
    Path photos = folder.resolve("photos.db");
    createTable(photos, "photos (name TEXT)");
    byte[] before = Files.readAllBytes(photos);
    isRefused(Cli.run(Cli.BUNDLED, photos), photos.toString(), "not a research database");
    assertThat(Files.readAllBytes(photos)).isEqualTo(before);
    Path notes = file("notes.txt", "to whom it may concern");
    isRefused(Cli.run(Cli.BUNDLED, notes), notes.toString());
  }
}
