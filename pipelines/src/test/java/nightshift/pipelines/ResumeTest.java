package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nightshift.io.research.Champion;
import nightshift.io.research.ResearchLock;
import nightshift.io.research.ResearchReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is started again: continued, shown, made anew, or refused. */
class ResumeTest {
  private static final String[] THREE_FOLDS = {
    "--maxYears=4", "--trainYears=1", "--islands=2", "--strategies=sma_cross,rsi_reversal,pairs"
  };

  @TempDir Path folder;
  private Path whole;
  private Path database;

  @BeforeEach
  void name() {
    whole = folder.resolve("whole.db");
    database = folder.resolve("night.db");
  }

  private static Cli run(Path research, String... more) {
    return Cli.run(
        Cli.BUNDLED,
        research,
        Stream.of(THREE_FOLDS, more).flatMap(Stream::of).toArray(String[]::new));
  }

  /** Leaves a run as one that was killed when some of its units were not there yet. */
  static void interrupt(Path database, String units) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of("fitness", "generations", "fronts", "symbol_fitness", "daily_returns", "units")) {
        statement.executeUpdate("DELETE FROM " + table + " WHERE " + units);
      }
      for (String table : List.of("verdicts", "stability", "holdout", "stages")) {
        statement.executeUpdate("DELETE FROM " + table);
      }
      statement.executeUpdate("UPDATE fitness SET rank = NULL, dsr = NULL, trials = NULL");
      statement.executeUpdate(
          "UPDATE runs SET status = 'running', finished_at = NULL, evaluations = NULL,"
              + " bars_evaluated = NULL");
    }
  }

  private static List<String> counters(Path database) throws SQLException {
    return Dump.query(
        database,
        "SELECT run_id, status, units, units_failed, evaluations, bars_evaluated FROM runs");
  }

  @Test
  void whatIsThereIsNeitherComputedNorReadAgain() throws Exception {
    Cli first = run(database);
    assertThat(first.status()).as(first.err()).isZero();
    List<String> dump = Dump.of(database);
    List<String> counters = counters(database);
    String earliest = "(SELECT MIN(fold) FROM runs JOIN baselines USING (run_id))";
    for (String missing :
        List.of(
            "fold = " + earliest + " AND strategy = 'pairs' AND island = 1",
            "fold = " + earliest,
            "strategy = 'sma_cross'",
            "1 = 0")) {
      List<String> ledger = Dump.query(database, "SELECT strategy FROM units WHERE " + missing);
      List<String> folds = Dump.query(database, "SELECT DISTINCT fold FROM units WHERE " + missing);
      interrupt(database, missing);
      Cli again = run(database, "--workers=1");
      assertThat(again.status()).as(again.err()).isZero();
      assertThat(again.out())
          .contains("continues what was started on ", 18 - ledger.size() + " of 18 units are there")
          .contains("18 units (" + (18 - ledger.size()) + " of them before)");
      assertThat(Dump.of(database)).as(missing).isEqualTo(dump);
      assertThat(counters(database)).as(missing).isEqualTo(counters);
      assertThat(
              Dump.query(
                  database,
                  "SELECT stage, count FROM stages WHERE stage IN ('evolving', 'validating')"))
          .as(missing)
          .containsExactly("evolving|" + ledger.size(), "validating|" + ledger.size());
      if (folds.size() <= 1) {
        assertThat(Dump.query(database, "SELECT count FROM stages WHERE stage = 'reading'"))
            .as("panels, of folds that have a unit left: " + missing)
            .containsExactly(String.valueOf(folds.size()));
      }
    }
  }

  @Test
  void aUnitThatFailedIsDoneAgain() throws Exception {
    run(whole);
    run(database);
    interrupt(database, "1 = 0");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE units SET status = 'failed', cause = 'no room' WHERE strategy = 'pairs'");
    }
    Cli again = run(database);
    assertThat(again.out()).contains("12 of 18 units are there");
    assertThat(Dump.of(database)).isEqualTo(Dump.of(whole));
  }

  @Test
  void aFinishedRunIsShownAgainAndComputesNothing() throws Exception {
    Cli first = run(database);
    List<String> before = Dump.of(database);
    List<String> runs = Dump.query(database, "SELECT * FROM runs");
    Cli again = run(database);
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out())
        .contains("finished  already, on ", "18 units; nothing was computed (--fresh does it anew)")
        .endsWith("database  " + database + System.lineSeparator());
    for (Champion champion : champions()) {
      String line =
          first
              .out()
              .lines()
              .filter(l -> l.startsWith(champion.strategy() + " "))
              .findFirst()
              .get();
      assertThat(again.out()).contains(line);
    }
    assertThat(Dump.of(database)).isEqualTo(before);
    assertThat(Dump.query(database, "SELECT * FROM runs")).isEqualTo(runs);
  }

  private List<Champion> champions() throws IOException {
    try (ResearchReader reader = ResearchReader.open(database)) {
      return reader.champions();
    }
  }

  @Test
  void askedForAgainAfterAnotherItIsTheOneThatIsShown() throws Exception {
    run(database);
    List<Champion> first = champions();
    run(database, "--seed=7");
    assertThat(champions()).isNotEqualTo(first);
    run(database);
    assertThat(champions()).isEqualTo(first);
  }

  @Test
  void freshStartsAnewAndReadersSeeTheOldMeanwhile() throws Exception {
    run(database);
    List<String> dump = Dump.of(database);
    List<Champion> champions = champions();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Set<List<Champion>>> seen = poll(over);
    Cli anew = run(database, "--fresh");
    over.set(true);
    assertThat(anew.status()).as(anew.err()).isZero();
    assertThat(anew.out()).doesNotContain("continues").contains("finished  18 units in ");
    assertThat(seen.get()).containsExactly(champions);
    assertThat(Dump.of(database)).isEqualTo(dump);
    assertThat(Dump.query(database, "SELECT count FROM stages WHERE stage = 'evolving'"))
        .containsExactly("18");
    assertThat(Dump.query(database, "SELECT COUNT(*) FROM runs")).containsExactly("1");
  }

  /** Reads the champions again and again, each time as a program would that was just started. */
  private CompletableFuture<Set<List<Champion>>> poll(AtomicBoolean over) {
    return CompletableFuture.supplyAsync(
        () -> {
          Set<List<Champion>> seen = new HashSet<>();
          int times = 0;
          try {
            while (!over.get() || times == 0) {
              seen.add(champions());
              times++;
            }
          } catch (IOException e) {
            throw new AssertionError("a reader was turned away", e);
          }
          assertThat(times).isGreaterThan(5);
          return seen;
        });
  }

  @Test
  void aReaderSeesTheLastFinishedRunUntilTheNextIsWhole() throws Exception {
    run(database);
    List<Champion> old = champions();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Set<List<Champion>>> seen = poll(over);
    run(database, "--seed=7", "--holdout=3");
    over.set(true);
    List<Champion> now = champions();
    assertThat(now).isNotEqualTo(old);
    assertThat(Set.of(old, now)).containsAll(seen.get());
    assertThat(seen.get()).contains(old);
  }

  @Test
  void aChangedFileIsAnotherRunAndIsSaid() throws Exception {
    Path market = Files.createDirectory(folder.resolve("market"));
    try (Stream<Path> files = Files.list(Cli.BUNDLED)) {
      for (Path file : files.toList()) {
        Files.copy(file, market.resolve(file.getFileName()));
      }
    }
    Cli.run(market, database);
    List<String> symbols =
        Dump.query(database, "SELECT DISTINCT symbol FROM symbol_fitness ORDER BY symbol");
    Path victim = market.resolve(symbols.get(0) + ".parquet");
    Path giver = market.resolve(symbols.get(1) + ".parquet");
    byte[] before = Files.readAllBytes(victim);
    Files.copy(giver, victim, StandardCopyOption.REPLACE_EXISTING);
    Cli changed = Cli.run(market, database);
    assertThat(changed.out())
        .containsPattern(
            "changed   market changed since \\S+: 1 symbol \\(" + symbols.get(0) + "\\)")
        .doesNotContain("already");
    assertThat(Dump.query(database, "SELECT COUNT(*) FROM runs")).containsExactly("2");
    assertThat(Cli.run(market, database).out()).contains("already").doesNotContain("changed");

    Files.write(victim, before);
    Files.setLastModifiedTime(victim, FileTime.from(Instant.now().minusSeconds(100)));
    assertThat(Cli.run(market, database).out())
        .as("it is what it was, whatever its time")
        .contains("market changed since", "already");
  }

  @Test
  void aSecondRunIsRefusedAtOnceAndOtherDatabasesAreNot() throws Exception {
    Files.createDirectories(folder);
    try (ResearchLock held = ResearchLock.take(database)) {
      Cli refused = run(database);
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err())
          .contains(held.database() + " is in use by process " + ProcessHandle.current().pid());
      assertThat(refused.out()).isEmpty();
      assertThat(database).doesNotExist();
      assertThat(run(whole).status()).isZero();
      Cli plan = Cli.call("plan", "--market=" + Cli.BUNDLED, "--research=" + database);
      assertThat(plan.status()).isZero();
    }
    assertThat(run(database).status()).isZero();
  }

  @Test
  void aDamagedDatabaseIsSetAsideAndTheRunGoesOnWithANewOne() throws Exception {
    run(database);
    List<String> dump = Dump.of(database);
    byte[] bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20_000, (byte) 0x5a);
    Files.write(database, bytes);
    Cli again = run(database, "--strict");
    assertThat(again.status()).as(again.err()).isEqualTo(3);
    assertThat(again.err()).contains("is damaged", "set aside as " + database + ".damaged-");
    assertThat(again.out()).contains("ALERT     CRITICAL database_damaged: ");
    assertThat(Dump.of(database)).isEqualTo(dump);
    try (Stream<Path> files = Files.list(folder)) {
      Path aside = files.filter(f -> f.toString().matches(".*damaged-[0-9-]+")).findFirst().get();
      assertThat(Files.readAllBytes(aside)).isEqualTo(bytes);
    }
  }
}
