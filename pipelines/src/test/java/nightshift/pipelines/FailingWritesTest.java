package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each write to the research database fails once: nothing half is left, and the next run ends as if
 * nothing had been. Here every seventh write of a run, the first and the last ones; with {@code
 * -Dnightshift.faults=all} each of a larger one.
 */
class FailingWritesTest {
  private static final boolean ALL = "all".equals(System.getProperty("nightshift.faults"));
  private static final int STRIDE = ALL ? 1 : 7;

  /** What a transaction that failed may have left of a unit. */
  private static final List<String> OF_UNITS =
      List.of("units|", "generations|", "symbol_fitness|", "daily_returns|", "baselines|");

  @TempDir Path folder;
  private Path empty;

  @BeforeEach
  void makeEmptyDatabase() throws ResearchException {
    empty = folder.resolve("empty.db");
    ResearchDatabase.at(empty).close();
  }

  private Path copy(String name) throws Exception {
    return Files.copy(empty, folder.resolve(name));
  }

  private static Cli run(Path database) {
    String strategies = ALL ? "--strategies=all" : "--strategies=sma_cross";
    return Cli.call(
        "run",
        "--profile=pi_safe",
        "--market=" + Cli.BUNDLED,
        "--research=" + database,
        strategies,
        "--islands=2",
        "--maxYears=" + (ALL ? 2 : 1),
        "--holdout=3",
        "--population=4",
        "--generations=2",
        "--maxSymbols=3",
        "--sampleSeconds=3600");
  }

  @Test
  void ofARun() throws Exception {
    Path whole = copy("whole.db");
    int writes;
    try (FaultyWrites counted = new FaultyWrites(0)) {
      assertThat(run(whole).status()).isZero();
      writes = counted.count();
    }
    List<String> expected = Dump.of(whole);
    assertThat(writes).isGreaterThan(60);
    int failed = 0;
    for (int n = 1; n <= writes; n += n < 4 || n > writes - 4 ? 1 : STRIDE) {
      Path database = copy("fault-" + n + ".db");
      Cli broken;
      try (FaultyWrites faulty = new FaultyWrites(n)) {
        broken = run(database);
        assertThat(faulty.count()).as("write " + n).isGreaterThanOrEqualTo(n);
      }
      failed += broken.status();
      assertClear(broken, database, n);
      assertWhole(database, expected, n);
      Cli again = run(database);
      assertThat(again.status()).as(again.err()).isZero();
      assertThat(Dump.of(database)).as("after write " + n + " failed").isEqualTo(expected);
      assertThat(Dump.query(database, "SELECT status, cause FROM runs"))
          .containsExactly("finished|null");
    }
    assertThat(failed).isGreaterThan(5);
  }

  /** A sample or an alert that is not written is said in the end; anything else fails the run. */
  private static void assertClear(Cli broken, Path database, int n) {
    if (broken.status() == 0) {
      assertThat(broken.out()).as("write " + n).contains("ALERT").contains("on purpose");
    } else {
      assertThat(broken.status()).as("write " + n).isEqualTo(1);
      assertThat(broken.err().lines().reduce((first, last) -> last).orElseThrow())
          .as("write " + n)
          .startsWith("nightshift: ")
          .contains(database.toString(), "SQLITE_FULL", "make room on that disk");
    }
  }

  private static void assertWhole(Path database, List<String> expected, int n) throws SQLException {
    assertThat(Dump.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    List<String> left = Dump.of(database);
    assertThat(expected)
        .as("rows of units after write " + n + " failed")
        .containsAll(
            left.stream().filter(line -> OF_UNITS.stream().anyMatch(line::startsWith)).toList());
    assertThat(
            Dump.query(
                database,
                """
                SELECT u.strategy, u.fold, u.island FROM units u WHERE NOT EXISTS (
                  SELECT 1 FROM fitness f WHERE (f.run_id, f.strategy, f.fold, f.island)
                    = (u.run_id, u.strategy, u.fold, u.island))
                UNION
                SELECT f.strategy, f.fold, f.island FROM fitness f WHERE NOT EXISTS (
                  SELECT 1 FROM units u WHERE (f.run_id, f.strategy, f.fold, f.island)
                    = (u.run_id, u.strategy, u.fold, u.island))"""))
        .as("half units after write " + n + " failed")
        .isEmpty();
  }

  @Test
  void ofANewDatabase() throws Exception {
    int writes;
    try (FaultyWrites counted = new FaultyWrites(0)) {
      ResearchDatabase.at(folder.resolve("counted.db")).close();
      writes = counted.count();
    }
    assertThat(writes).isGreaterThan(20);
    for (int n = 1; n <= writes; n++) {
      Path database = folder.resolve("new-" + n + ".db");
      try (FaultyWrites faulty = new FaultyWrites(n)) {
        assertThatThrownBy(() -> ResearchDatabase.at(database))
            .isInstanceOf(ResearchException.class)
            .hasMessageContaining(database.toString());
        assertThat(faulty.count()).isEqualTo(n);
      }
      assertThat(Dump.query(database, "SELECT name FROM sqlite_master")).isEmpty();
      ResearchDatabase.at(database).close();
      assertThat(Dump.query(database, "SELECT sql FROM sqlite_master"))
          .isEqualTo(Dump.query(empty, "SELECT sql FROM sqlite_master"));
    }
  }
}
