package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of the data gate. */
class DataGateTest {
  private static final String FOUND =
      "SELECT symbol, rule, first_date, row_count, action FROM quarantine ORDER BY 1, 2, 3";

  @TempDir Path folder;

  private Path database(String name) {
    return folder.resolve(name + ".db");
  }

  /** A small search over all symbols. */
  private static Cli run(Path market, Path database, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "run",
                "--profile=pi_safe",
                "--maxSymbols=all",
                "--strategies=sma_cross",
                "--population=6",
                "--generations=2",
                "--market=" + market,
                "--research=" + database));
    args.addAll(List.of(more));
    return Cli.call(args.toArray(String[]::new));
  }

  private Cli whole(String database, String... more) {
    List<String> args = new ArrayList<>(List.of("--maxYears=all"));
    args.addAll(List.of(more));
    return run(Cli.BUNDLED, database(database), args.toArray(String[]::new));
  }

  /** The table in testdata/README.md, and nothing else. */
  @Test
  void findsTheDirtOfTheBundledMarketAndNothingElse() throws Exception {
    Cli run = whole("repair");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Dump.query(database("repair"), FOUND))
        .containsExactly(
            "FINX|missing_close|2020-08-04|1|bars_set_aside",
            "JUCW|price_spike|2022-05-26|1|bars_set_aside",
            "MERT|unadjusted_split|2020-01-03|1|mended",
            "POTL|missing_open|2014-01-02|60|kept",
            "VEKG|missing_open|2017-08-08|1|kept",
            "XIWH|duplicate_day|2021-06-11|1|bars_set_aside",
            "ZOXD|not_bracketed|2018-10-19|1|mended");
    assertThat(run.out())
        .contains("data      7 findings in table quarantine: 2 missing_open, 1 duplicate_day, ");
    assertThat(whole("again", "--strict").status()).isEqualTo(3);
  }

  @Test
  void strictSetsMoreAsideAndOffLooksAtNothing() throws Exception {
    Cli strict = whole("strict", "--data-gate=strict");
    assertThat(strict.out()).contains("; 2 symbols set aside");
    assertThat(Dump.query(database("strict"), FOUND))
        .contains(
            "MERT|unadjusted_split|2020-01-03|1|symbol_set_aside",
            "POTL|missing_open|2014-01-02|60|bars_set_aside");
    whole("off", "--dataGate=off");
    assertThat(Dump.query(database("off"), "SELECT DISTINCT rule FROM quarantine ORDER BY 1"))
        .containsExactly("duplicate_day", "missing_close", "missing_open");
    assertThat(Dump.query(database("off"), "SELECT DISTINCT run_id FROM runs"))
        .doesNotContainAnyElementsOf(
            Dump.query(database("strict"), "SELECT DISTINCT run_id FROM runs"));
  }

  @Test
  void aMarketThatIsMostlyCopiesIsRefusedInOneLine() throws Exception {
    Path market = Files.createDirectory(folder.resolve("market"));
    for (int copy = 0; copy < 10; copy++) {
      Files.copy(Cli.BUNDLED.resolve("FAHS.parquet"), market.resolve("COPY" + copy + ".parquet"));
    }
    for (String symbol : List.of("VEKG", "FINX", "CODB")) {
      Files.copy(Cli.BUNDLED.resolve(symbol + ".parquet"), market.resolve(symbol + ".parquet"));
    }
    Cli run = run(market, database("copies"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.contains("refuses")))
        .singleElement()
        .asString()
        .contains("9 of 13 symbols", "9 copy_of", "COPY1, the same series as COPY0");
    assertThat(
            Dump.query(
                database("copies"),
                "SELECT symbol, value, detail FROM quarantine WHERE rule = 'copy_of'"))
        .hasSize(9);
    Cli off = run(market, database("off"), "--dataGate=off");
    assertThat(off.status()).as(off.err()).isZero();
  }

  @Test
  void aSymbolUnderTenNamesIsUsedOnce() throws Exception {
    Path market = Files.createDirectory(folder.resolve("market"));
    try (var files = Files.list(Cli.BUNDLED)) {
      for (Path file : files.toList()) {
        Files.copy(file, market.resolve(file.getFileName()));
      }
    }
    for (int copy = 0; copy < 9; copy++) {
      Files.copy(Cli.BUNDLED.resolve("FAHS.parquet"), market.resolve("ZCOPY" + copy + ".parquet"));
    }
    Cli run = run(market, database("more"));
    assertThat(run.out()).contains("9 copy_of", "; 9 symbols set aside");
    run(Cli.BUNDLED, database("plain"));
    String results = "SELECT params, oos_sharpe, oos_trades FROM fitness ORDER BY 1";
    assertThat(Dump.query(database("more"), results))
        .isEqualTo(Dump.query(database("plain"), results));
  }

  @Test
  void optionsMayBeWrittenWithHyphens() {
    for (String option : List.of("--data-gate=some", "--dataGate=some")) {
      Cli run = Cli.call("plan", option);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("dataGate must be strict or repair or off, got 'some'");
    }
    assertThat(Cli.call("plan", "--max-symbols=3", "--maxSymbols=3").err())
        .contains("is given twice");
  }
}
