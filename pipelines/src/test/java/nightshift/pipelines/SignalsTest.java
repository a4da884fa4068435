package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SIGTERM and Ctrl-C do to a process that works. */
class SignalsTest {
  /** Whatever the machine has to do besides; the promise is five. */
  private static final long SECONDS = 20;

  @TempDir Path folder;

  private ChildRun start(Path database, String... options) throws Exception {
    return ChildRun.start(folder, List.of(), "", database, options);
  }

  private static final String[] SECONDS_OF_WORK = {
    "--maxSymbols=12", "--maxYears=3", "--population=60", "--generations=10", "--scratch=always"
  };

  @Test
  void anInterruptedRunIsClosedCleanlyAndMadeAgainGivesTheSame() throws Exception {
    Path whole = folder.resolve("whole.db");
    ChildRun uninterrupted = start(whole, SECONDS_OF_WORK);
    assertThat(uninterrupted.await()).as(uninterrupted.text()).isZero();
    Path folderOfIts = Files.createDirectory(folder.resolve("its"));
    Path database = folderOfIts.resolve("research.db");
    ChildRun run = start(database, SECONDS_OF_WORK);
    run.awaitUnit(database);
    run.signal("TERM");
    assertThat(run.await(SECONDS)).as(run.text()).isEqualTo(143);
    assertThat(run.lastLine())
        .matches(
            "nightshift: the run was interrupted with \\d+ of 8 units; the next run with the same"
                + " settings continues");
    assertThat(folderOfIts)
        .isDirectoryNotContaining("glob:**.db-*")
        .isDirectoryNotContaining("glob:**.scratch");
    assertThat(folderOfIts.resolve("research.db.lock")).as("given back").isEmptyFile();
    assertThat(Dump.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Dump.query(database, "SELECT status, finished_at, units_failed FROM runs"))
        .containsExactly("interrupted|null|0");
    assertThat(Dump.query(database, "SELECT status FROM units"))
        .hasSizeBetween(1, 7)
        .containsOnly("finished");
    int there = Dump.query(database, "SELECT status FROM units").size();
    assertThat(run.lastLine()).contains("interrupted with " + there + " of 8 units");
    assertThat(Dump.query(database, "SELECT strategy FROM champions")).isEmpty();
    ChildRun again = start(database, SECONDS_OF_WORK);
    assertThat(again.await()).as(again.text()).isZero();
    assertThat(again.text())
        .contains("continues what was started on ", there + " of 8 units are there");
    assertThat(Dump.of(database)).isEqualTo(Dump.of(whole)).hasSizeGreaterThan(500);
  }

  /** Of the whole bundled market a generation of so many takes longer than five seconds. */
  @ParameterizedTest
  @CsvSource({"TERM, 143, 1", "INT, 130, 2", "TERM, 143, 4"})
  void whatTakesLongIsDropped(String signal, int status, int workers) throws Exception {
    assumeFalse(
        signal.equals("INT") && interruptsAreIgnored(),
        "this process was started so that its children do not hear Ctrl-C");
    Path database = folder.resolve("research.db");
    ChildRun run =
        start(
            database,
            "--maxSymbols=all",
            "--maxYears=10",
            "--population=3000",
            "--generations=1000",
            "--steadyGenerations=1000",
            "--memory=700",
            "--jvm.heap=500",
            "--workers=" + workers);
    while (!Files.exists(database)
        || Dump.query(database, "SELECT 1 FROM sqlite_master WHERE name = 'runs'").isEmpty()
        || Dump.query(database, "SELECT 1 FROM runs").isEmpty()) {
      Thread.sleep(20);
    }
    Thread.sleep(1500);
    run.signal(signal);
    assertThat(run.await(SECONDS)).as(run.text()).isEqualTo(status);
    assertThat(run.lastLine()).startsWith("nightshift: the run was interrupted with 0 of 56 units");
    assertThat(folder).isDirectoryNotContaining("glob:**.db-*");
    assertThat(Dump.query(database, "SELECT status FROM runs")).containsExactly("interrupted");
    assertThat(Dump.query(database, "SELECT * FROM units")).isEmpty();
  }

  /** A shell starts background jobs so. */
  private static boolean interruptsAreIgnored() throws Exception {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readString(status)
            .lines()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.split("\\s+")[1], 16) & 2) != 0);
  }
}
