package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and run on five years of 505 real companies, where those prices are at hand. */
class RealPricesTest {
  private static final Path ARCHIVE =
      Path.of("..", "..", "shared", "realdata", "sp500_2013_2018.tar.xz");

  @TempDir static Path folder;

  @BeforeAll
  static void importBoth() {
    assumeTrue(Files.exists(ARCHIVE), "the real prices are not beside the project");
    for (String store : List.of("sp500", "sp500.db")) {
      Cli call = Cli.call("import", "--from=" + ARCHIVE, "--to=" + folder.resolve(store));
      assertThat(call.status()).as(call.err()).isZero();
      assertThat(call.out())
          .contains("505 symbols, 619,040 bars, 2013-02-08 to 2018-02-07")
          .contains("set aside: 0 of 619,040 rows");
    }
  }

  private static List<String> results(String store, String database, String... more)
      throws Exception {
    Path research = folder.resolve(database);
    String[] args = new String[more.length + 3];
    args[0] = "run";
    args[1] = "--market=" + folder.resolve(store);
    args[2] = "--research=" + research;
    System.arraycopy(more, 0, args, 3, more.length);
    Cli run = Cli.call(args);
    assertThat(run.status()).as(run.err()).isZero();
    return Dump.results(research);
  }

  @Test
  void piSafeGivesTheSameBitsFromBothStoresAndTwice() throws Exception {
    List<String> parquet = results("sp500", "a.db", "--profile=pi_safe");
    assertThat(parquet).hasSizeGreaterThan(500);
    assertThat(results("sp500.db", "b.db", "--profile=pi_safe")).isEqualTo(parquet);
    assertThat(results("sp500", "c.db", "--profile=pi_safe")).isEqualTo(parquet);
    assertThat(Dump.query(folder.resolve("a.db"), "SELECT files_opened, units FROM runs"))
        .containsExactly("50|8");
  }

  @Test
  void theWholeMarketOverFiveYearsGivesTheSameBitsFromBothStores() throws Exception {
    String[] whole = {"--profile=pi_balanced", "--maxSymbols=all", "--maxYears=5"};
    List<String> parquet = results("sp500", "d.db", whole);
    assertThat(results("sp500.db", "e.db", whole)).isEqualTo(parquet);
    assertThat(Dump.query(folder.resolve("d.db"), "SELECT DISTINCT fold FROM fitness ORDER BY 1"))
        .containsExactly("2016", "2017");
    assertThat(Dump.query(folder.resolve("d.db"), "SELECT strategy FROM champions")).hasSize(8);
  }
}
