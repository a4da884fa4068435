package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightshift.profiles.ProcessMemory;
import nightshift.transforms.stats.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} from end to end on the bundled market. */
class RunTest {
  @TempDir Path folder;

  private Path database(String name) {
    return folder.resolve(name + ".db");
  }

  private Path copyOfMarket() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy").resolve("market"));
    try (Stream<Path> files = Files.list(Cli.BUNDLED)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static List<String> selected(Path database) throws SQLException {
    return Dump.query(database, "SELECT DISTINCT symbol FROM symbol_fitness ORDER BY 1");
  }

  @Test
  void leavesChampionsAndSaysWhere() throws Exception {
    Cli run = Cli.run(Cli.BUNDLED, database("a"));
    assertThat(run.status()).as(run.err()).isZero();
    List<String> champions = Dump.query(database("a"), "SELECT strategy FROM champions");
    assertThat(champions).isNotEmpty();
    assertThat(champions).allSatisfy(strategy -> assertThat(run.out()).contains(strategy));
    assertThat(run.out())
        .contains("in-sample Sharpe", "out-of-sample", "drawdown", "trades")
        .endsWith("database  " + database("a") + System.lineSeparator());
    assertThat(Dump.query(database("a"), "SELECT status, units, files_opened FROM runs"))
        .containsExactly("finished|8|6");
    assertThat(Dump.query(database("a"), "SELECT rss_bytes > 1000000 FROM memory_samples"))
        .isNotEmpty()
        .containsOnly("1");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()).sorted())
          .satisfiesExactly(
              database -> assertThat(database).isEqualTo("a.db"),
              lock -> assertThat(lock).isEqualTo("a.db.lock"),
              index -> assertThat(index).matches("coverage-.*\\.index"));
    }
  }

  @Test
  void saysHowItsTimeWent() throws Exception {
    Cli run = Cli.run(Cli.BUNDLED, database("a"));
    assertThat(run.out()).contains("time      start-up ").contains("; in kernels ");
    assertThat(Dump.query(database("a"), "SELECT stage, count FROM stages ORDER BY stage"))
        .contains(
            "evolving|8", "process|1", "reading|1", "start_up|1", "validating|8", "writing|8");
    assertThat(
            Dump.query(
                database("a"),
                """
                SELECT SUM(wall_seconds) FILTER (WHERE stage IN ('evolving', 'validating'))
                    > SUM(wall_seconds) FILTER (WHERE stage = 'kernels'),
                  MIN(wall_seconds) FILTER (WHERE stage NOT IN ('gc', 'jit')) > 0,
                  MAX(wall_seconds) FILTER (WHERE stage = 'process')
                    > MAX(wall_seconds) FILTER (WHERE stage = 'start_up')
                FROM stages"""))
        .containsExactly("1|1|1");
  }

  @Test
  void thePlanStandsBesideWhatWasMeasured() throws Exception {
    Cli run = Cli.run(Cli.BUNDLED, database("a"));
    assertThat(run.out()).containsPattern("measured  .*memory \\(planned \\d+ MB\\), .* read \\(");
    assertThat(
            Dump.query(
                database("a"),
                "SELECT estimated_peak_bytes > 0, estimated_read_bytes > 0, estimated_seconds > 0"
                    + " FROM runs"))
        .containsExactly("1|1|1");
    assumeTrue(ProcessMemory.now().peakResident() > 0, "the system does not tell");
    assertThat(
            Dump.query(
                database("a"),
                """
                SELECT peak_rss_bytes
                    >= 0.95 * (SELECT peak_rss_bytes FROM stages WHERE stage = 'process'),
                  read_bytes = (SELECT read_bytes FROM stages WHERE stage = 'reading'),
                  read_bytes > 10000, read_bytes < 10000000,
                  (SELECT COUNT(*) FROM stages WHERE peak_rss_bytes IS NULL
                    AND stage NOT IN ('gc', 'jit', 'kernels'))
                FROM runs"""))
        .containsExactly("1|1|1|1|0");
    assertThat(
            Dump.query(
                database("a"),
                "SELECT COUNT(*) > 0 FROM memory_samples WHERE peak_rss_bytes < rss_bytes"
                    + " OR file_rss_bytes > rss_bytes OR mapped_bytes IS NULL"))
        .containsExactly("0");
  }

  @Test
  void alertsAreInTheLastLinesAndWithStrictInTheExitStatus() throws Exception {
    assumeTrue(ProcessMemory.now().resident() > 0, "the system does not tell");
    // No process that runs tests is this small.
    String[] tiny = {"--memory=192", "--jvm.heap=64"};
    byte[] ballast = new byte[200 << 20];
    Cli run = Cli.run(Cli.BUNDLED, database("a"), tiny);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("ALERT     (WARN|CRITICAL) memory_budget: ");
    assertThat(Dump.query(database("a"), "SELECT kind FROM alerts")).contains("memory_budget");
    assertThat(Cli.run(Cli.BUNDLED, database("b"), "--strict", tiny[0], tiny[1]).status())
        .isEqualTo(3);
    assertThat(ballast).hasSize(200 << 20);
  }

  @Test
  void sameSeedSameBitsWhateverTheWorkers() throws Exception {
    Cli.run(Cli.BUNDLED, database("one"), "--workers=1", "--islands=2");
    Cli.run(Cli.BUNDLED, database("four"), "--workers=4", "--islands=2");
    assertThat(Dump.of(database("one")))
        .isEqualTo(Dump.of(database("four")))
        .hasSizeGreaterThan(300);
    Cli.run(Cli.BUNDLED, database("one"), "--workers=2", "--islands=2", "--fresh");
    assertThat(Dump.of(database("one"))).isEqualTo(Dump.of(database("four")));
    Cli.run(Cli.BUNDLED, database("other"), "--seed=43", "--islands=2");
    assertThat(Dump.of(database("other"))).isNotEqualTo(Dump.of(database("one")));
  }

  @Test
  void aFrontHasTheSameBitsWhateverTheWorkersAndIsShown() throws Exception {
    String[] one = {"--objective=sharpe,max_drawdown", "--islands=2", "--workers=1"};
    Cli run = Cli.run(Cli.BUNDLED, database("one"), one);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("front +members +best by +sharpe +max_drawdown +parameters")
        .containsPattern("sma_cross +\\d+ +sharpe +-?\\d+\\.\\d{3} +-\\d\\.\\d{3} +fast ");
    for (int workers : List.of(2, 4)) {
      Cli.run(Cli.BUNDLED, database("w" + workers), one[0], one[1], "--workers=" + workers);
      assertThat(Dump.of(database("w" + workers))).isEqualTo(Dump.of(database("one")));
    }
    Path front = database("one");
    assertThat(
            Dump.query(
                front,
                """
                SELECT COUNT(*) FROM fronts a JOIN fronts b USING (run_id, strategy, fold, island)
                JOIN fronts c ON (c.run_id, c.strategy, c.fold, c.island, c.params)
                    = (a.run_id, a.strategy, a.fold, a.island, a.params)
                JOIN fronts d ON (d.run_id, d.strategy, d.fold, d.island, d.params)
                    = (b.run_id, b.strategy, b.fold, b.island, b.params)
                WHERE a.objective = 'sharpe' AND b.objective = 'sharpe'
                  AND c.objective = 'max_drawdown' AND d.objective = 'max_drawdown'
                  AND a.params <> b.params AND a.value >= b.value AND c.value >= d.value"""))
        .as("members that another one dominates")
        .containsExactly("0");
    assertThat(
            Dump.query(
                front,
                """
                SELECT COUNT(*) FROM fitness f WHERE f.objective IS NOT NULL AND NOT EXISTS (
                  SELECT 1 FROM fronts v WHERE v.objective = 'sharpe' AND v.value = f.objective
                    AND v.value = f.is_sharpe AND v.params = f.params AND v.strategy = f.strategy
                    AND v.island = f.island AND COALESCE(
                      ABS(v.oos_value - f.oos_sharpe) < 1e-9, v.oos_value IS f.oos_sharpe))"""))
        .as("validated candidates that are not on the front")
        .containsExactly("0");
    assertThat(
            Dump.query(
                front,
                """
                SELECT COUNT(*) FROM champions c WHERE c.objective < (
                  SELECT MAX(value) FROM fronts v
                  WHERE v.objective = 'sharpe' AND v.strategy = c.strategy AND v.fold = c.fold)"""))
        .as("champions that are not the best by the first objective")
        .containsExactly("0");
  }

  @Test
  void everyObjectiveCanBeSearchedForAlone() throws Exception {
    for (Objective objective : Objective.values()) {
      Path database = database(objective.label());
      Cli run = Cli.run(Cli.BUNDLED, database, "--objective=" + objective.label());
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(Dump.query(database, "SELECT strategy FROM champions"))
          .as(objective.label())
          .contains("sma_cross", "rsi_reversal");
      assertThat(Dump.query(database, "SELECT * FROM fronts")).isEmpty();
      assertThat(Dump.query(database, "SELECT front FROM generations")).containsOnly("null");
    }
  }

  @Test
  void pricesInAFileGiveTheSameBitsAndLeaveNothing() throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Cli.run(Cli.BUNDLED, database("memory"), "--maxYears=3", "--scratch=never");
    for (int workers : List.of(1, 2, 4)) {
      Cli run =
          Cli.run(
              Cli.BUNDLED,
              database("scratch" + workers),
              "--maxYears=3",
              "--scratch=always",
              "--scratchFolder=" + scratch,
              "--workers=" + workers);
      assertThat(run.out()).contains("(in a file in " + scratch + ")");
      assertThat(Dump.of(database("scratch" + workers)))
          .isEqualTo(Dump.of(database("memory")))
          .hasSizeGreaterThan(200);
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void aScratchFolderThatCannotBeUsedFailsTheRunByName() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    Cli run = Cli.run(Cli.BUNDLED, database("a"), "--scratch=always", "--scratchFolder=" + taken);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().reduce((first, last) -> last).orElseThrow())
        .contains("no scratch file can be made in " + taken, "--scratchFolder");
  }

  @Test
  void parquetAndSqliteGiveTheSameBits() throws Exception {
    Path sqlite = folder.resolve("market.db");
    Cli imported = Cli.call("import", "--from=" + Cli.BUNDLED, "--to=" + sqlite);
    assertThat(imported.status()).as(imported.err()).isZero();
    Cli.run(Cli.BUNDLED, database("parquet"), "--maxYears=3");
    Cli.run(sqlite, database("sqlite"), "--maxYears=3");
    assertThat(Dump.results(database("sqlite")))
        .isEqualTo(Dump.results(database("parquet")))
        .hasSizeGreaterThan(200);
  }

  @Test
  void filesThatAreNotSelectedAreNeverOpened() throws Exception {
    Path market = copyOfMarket();
    Cli.run(market, database("before"));
    List<String> selected = selected(database("before"));
    assertThat(selected).hasSize(6);
    try (Stream<Path> files = Files.list(market)) {
      for (Path file : files.toList()) {
        if (!selected.contains(file.getFileName().toString().replace(".parquet", ""))) {
          Files.writeString(file, "garbage");
        }
      }
    }
    Cli run = Cli.run(market, database("after"), "--strict");
    assertThat(run.out()).contains("6 price files opened");
    assertThat(Dump.of(database("after"))).isEqualTo(Dump.of(database("before")));
  }

  @Test
  void aBrokenFileIsSetAsideAndTheRunSaysSo() throws Exception {
    Path market = copyOfMarket();
    Cli.run(market, database("whole"));
    String victim = selected(database("whole")).get(0);
    Path file = market.resolve(victim + ".parquet");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    Cli run = Cli.run(market, database("broken"));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("set aside").contains(file.toString());
    assertThat(
            Dump.query(
                database("broken"), "SELECT symbol FROM quarantine WHERE rule = 'unreadable'"))
        .containsExactly(victim);
    assertThat(selected(database("broken"))).hasSize(5).doesNotContain(victim);
    assertThat(Cli.run(market, database("broken"), "--strict").status()).isEqualTo(3);
  }

  @Test
  void strategiesThatHardlyTradeHaveNoChampionAndAreNamed() throws Exception {
    Cli run =
        Cli.run(Cli.BUNDLED, database("few"), "--strategies=pairs,sma_cross", "--minTrades=100000");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("none      for pairs, sma_cross: no candidate traded often");
    assertThat(Dump.query(database("few"), "SELECT strategy FROM champions")).isEmpty();
    assertThat(Dump.query(database("few"), "SELECT COUNT(*) FROM fitness WHERE objective > -99"))
        .containsExactly("0");
  }

  @Test
  void everyStrategyTradesOnTheBundledMarket() throws Exception {
    Cli run =
        Cli.call(
            "run",
            "--profile=pi_safe",
            "--maxSymbols=40",
            "--maxYears=2",
            "--population=8",
            "--generations=2",
            "--market=" + Cli.BUNDLED,
            "--research=" + database("all"));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(
            Dump.query(
                database("all"),
                "SELECT strategy FROM champions WHERE oos_trades > 0 ORDER BY strategy"))
        .containsExactly(
            "bollinger_reversion",
            "donchian_breakout",
            "high_52w",
            "pairs",
            "rsi_reversal",
            "sma_cross",
            "ts_momentum",
            "xs_momentum");
  }

  private static String identity(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "plan";
    args[1] = "--market=" + Cli.BUNDLED;
    System.arraycopy(options, 0, args, 2, options.length);
    Cli plan = Cli.call(args);
    assertThat(plan.status()).as(plan.err()).isZero();
    return plan.out().lines().findFirst().orElseThrow();
  }

  @Test
  void aRunIsKnownByWhatDecidesItsResults() {
    String identity = identity("--profile=pi_safe");
    assertThat(identity).matches("run       [0-9a-f]{16}");
    assertThat(identity("--profile=pi_safe", "--workers=4", "--memory=300")).isEqualTo(identity);
    for (String other :
        List.of(
            "--seed=43",
            "--population=21",
            "--objective=calmar",
            "--commissionBps=6",
            "--slippageVol=0.1",
            "--minCommission=1",
            "--capital=99999",
            "--walkForward=anchored",
            "--holdout=3",
            "--maxSymbols=49",
            "--asOf=2025-12-30",
            "--strategies=pairs")) {
      assertThat(identity("--profile=pi_safe", other)).as(other).isNotEqualTo(identity);
    }
  }

  @Test
  void planReadsAndWritesNothing() throws Exception {
    Path market = copyOfMarket();
    Cli plan =
        Cli.call(
            "plan",
            "--profile=pi_safe",
            "--symbols=BICF",
            "--maxYears=all",
            "--market=" + market,
            "--research=" + database("none"));
    assertThat(plan.status()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("1 of 60 symbols", "folds", "units", "BICF");
    assertThat(database("none")).doesNotExist();
  }

  /** Returns of 10,000 candidates on three years of days are more than the least memory has. */
  private Cli large(String command, int memory) {
    return Cli.call(
        command,
        "--profile=pi_safe",
        "--maxYears=4",
        "--population=10000",
        "--memory=" + memory,
        "--market=" + Cli.BUNDLED,
        "--research=" + database("none"));
  }

  @Test
  void whatHasNoRoomIsRefusedWithTheLeastMemoryThatWouldDo() throws Exception {
    for (String command : List.of("plan", "run")) {
      Cli refused = large(command, 256);
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err()).contains("MB of --memory=256 are for prices");
      assertThat(database("none")).doesNotExist();
    }
    Matcher named =
        Pattern.compile("would do is --memory=(\\d+)").matcher(large("plan", 256).err());
    assertThat(named.find()).isTrue();
    int least = Integer.parseInt(named.group(1));
    assertThat(large("plan", least - 1).status()).isEqualTo(2);
    Cli enough = large("plan", least);
    assertThat(enough.status()).as(enough.err()).isZero();
  }
}
