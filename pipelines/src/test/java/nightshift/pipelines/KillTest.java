package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code kill -9} of the real process at random moments, again and again. What comes out in the end
 * is what comes out of a run that nobody disturbed.
 */
class KillTest {
  private static final Pattern BEGINS =
      Pattern.compile("begins (\\w+), fold (\\d+), island (\\d+)");
  private static final int WORKERS = 2;

  @TempDir Path folder;
  private Process child;
  private String optimizer = "genetic";

  @AfterEach
  void endChild() {
    if (child != null) {
      child.destroyForcibly();
    }
  }

  private void start(Path database, File log) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Nightshift.class.getName(),
                "run",
                "--verbose",
                "--workers=" + WORKERS,
                "--maxYears=4",
                "--trainYears=1",
                "--holdout=3",
                "--islands=2",
                "--optimizer=" + optimizer,
                "--market=" + Cli.BUNDLED,
                "--research=" + database));
    words.addAll(Cli.SMALL);
    child =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
  }

  /** Runs without being disturbed, and tells how long it took. */
  private double undisturbed(Path database) throws Exception {
    File log = folder.resolve("undisturbed.log").toFile();
    long begun = System.nanoTime();
    start(database, log);
    assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).as(Files.readString(log.toPath())).isZero();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static Set<String> ledger(Path database) throws SQLException {
    if (!Files.exists(database)
        || Dump.query(database, "SELECT name FROM sqlite_master WHERE name = 'units'").isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(Dump.query(database, "SELECT strategy, fold, island FROM units"));
  }

  private static List<String> begun(File log) throws IOException {
    List<String> begun = new ArrayList<>();
    Matcher line = BEGINS.matcher(Files.readString(log.toPath()));
    while (line.find()) {
      begun.add(String.join("|", line.group(1), line.group(2), line.group(3)));
    }
    return begun;
  }

  /** Every unit of the ledger has all its rows, and no other unit has any. */
  private static void assertWholeUnitsOnly(Path database) throws SQLException {
    for (String table : List.of("fitness", "generations", "symbol_fitness")) {
      assertThat(
              Dump.query(
                  database,
                  "SELECT DISTINCT strategy, fold, island FROM "
                      + table
                      + " EXCEPT SELECT strategy, fold, island FROM units"))
          .isEmpty();
    }
    assertThat(
            Dump.query(
                database,
                "SELECT strategy, fold, island, generations FROM units EXCEPT SELECT strategy,"
                    + " fold, island, COUNT(*) FROM generations GROUP BY 1, 2, 3"))
        .isEmpty();
  }

  private void kill(int kills, long seed) throws Exception {
    Path whole = folder.resolve("whole.db");
    double seconds = undisturbed(whole);
    List<String> expected = Dump.of(whole);
    String runs = "SELECT run_id, status, units_failed, evaluations, bars_evaluated FROM runs";
    List<String> expectedRuns = Dump.query(whole, runs);
    int units = ledger(whole).size();
    Random moments = new Random(seed);
    int killed = 0;
    for (int job = 0; killed < kills; job++) {
      Path database = folder.resolve("job" + job + ".db");
      int computed = 0;
      int lost = 0;
      boolean finished = false;
      for (int time = 0; !finished; time++) {
        Set<String> before = ledger(database);
        File log = folder.resolve("job" + job + "-" + time + ".log").toFile();
        start(database, log);
        long millis = (long) (moments.nextDouble() * seconds * 1100);
        finished = killed >= kills || child.waitFor(millis, TimeUnit.MILLISECONDS);
        if (finished) {
          assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
          assertThat(child.exitValue()).as(Files.readString(log.toPath())).isZero();
        } else {
          child.destroyForcibly().waitFor();
          killed++;
        }
        List<String> begun = begun(log);
        Set<String> after = ledger(database);
        assertThat(begun).as("units of one start").doesNotHaveDuplicates();
        assertThat(begun).as("that were there before").noneMatch(before::contains);
        assertThat(after).containsAll(before);
        if (!after.isEmpty()) {
          assertWholeUnitsOnly(database);
        }
        computed += begun.size();
        lost += begun.size() - (after.size() - before.size());
      }
      assertThat(Dump.of(database)).isEqualTo(expected);
      assertThat(Dump.query(database, runs)).isEqualTo(expectedRuns);
      assertThat(computed - lost).isEqualTo(units);
    }
    assertThat(killed).isEqualTo(kills);
  }

  @ParameterizedTest
  @CsvSource({"genetic, 2, 6", "adaptive, 2, 7"})
  void twoKills(String how, int kills, long seed) throws Exception {
    optimizer = how;
    kill(kills, seed);
  }

  @Test
  @Tag("kill")
  void twoHundredKills() throws Exception {
    kill(200, 20260105);
  }
}
