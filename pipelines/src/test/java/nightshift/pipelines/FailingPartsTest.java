package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part that fails is recorded with its cause, and the rest goes on. */
class FailingPartsTest {
  @TempDir Path folder;
  private Path database;

  @BeforeEach
  void nameDatabase() {
    Misbehaving.released = false;
    database = folder.resolve("research.db");
  }

  @AfterEach
  void endLoops() {
    Misbehaving.released = true;
  }

  private Cli run(List<String> options, List<Class<? extends Misbehaving>> strategies)
      throws Exception {
    Path services = Misbehaving.services(folder.resolve("classes"), strategies);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {services.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return Cli.run(Cli.BUNDLED, database, options.toArray(String[]::new));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private List<String> champions() throws Exception {
    return Dump.query(database, "SELECT strategy FROM champions ORDER BY 1");
  }

  @Test
  void strategiesThatFailLeaveTheOthersAlone() throws Exception {
    Path without = folder.resolve("without.db");
    assertThat(Cli.run(Cli.BUNDLED, without).status()).isZero();
    Cli run =
        run(
            List.of("--unitTimeout=3s", "--maxFailed=40", "--workers=2"),
            List.of(
                Misbehaving.Thrower.class,
                Misbehaving.Nan.class,
                Misbehaving.Deep.class,
                Misbehaving.Looper.class));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("ALERT     WARN failed_units: 4 of 12 units failed; the first");
    assertThat(
            Dump.query(
                database,
                "SELECT strategy, cause FROM units WHERE status = 'failed' ORDER BY strategy"))
        .satisfiesExactly(
            deep -> assertThat(deep).startsWith("deep|StackOverflowError at nightshift."),
            loop ->
                assertThat(loop)
                    .startsWith("looper|took longer than --unitTimeout=3s, at ")
                    .contains("Misbehaving$Looper.weight"),
            nan ->
                assertThat(nan)
                    .startsWith("nan|IllegalArgumentException: ")
                    .contains(", bar ", "weight must be -1 to 1, got NaN"),
            thrown ->
                assertThat(thrown)
                    .startsWith("thrower|IllegalStateException: thrown on purpose at "));
    assertThat(Dump.query(database, "SELECT status, units_failed FROM runs"))
        .containsExactly("finished|4");
    assertThat(champions())
        .isEqualTo(Dump.query(without, "SELECT strategy FROM champions ORDER BY 1"))
        .contains("sma_cross");
  }

  @Test
  void whenTooManyFailSoHasTheRun() throws Exception {
    Cli finished = Cli.run(Cli.BUNDLED, database, "--strategies=sma_cross");
    assertThat(finished.status()).isZero();
    Cli run =
        run(
            List.of("--strategies=sma_cross,rsi_reversal,thrower"),
            List.of(Misbehaving.Thrower.class));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().reduce((first, last) -> last).orElseThrow())
        .startsWith(
            "nightshift: the run failed: 1 of 3 units failed, more than --maxFailed=25 %; the"
                + " first: thrower, fold 2025, island 0: IllegalStateException: thrown on purpose");
    assertThat(Dump.query(database, "SELECT status FROM runs ORDER BY started_at"))
        .containsExactly("finished", "failed");
    assertThat(champions()).as("those of the run that finished").containsExactly("sma_cross");
    assertThat(Dump.query(database, "SELECT strategy FROM units WHERE status = 'finished'"))
        .contains("rsi_reversal");
    Cli lenient =
        run(
            List.of("--strategies=sma_cross,rsi_reversal,thrower", "--maxFailed=34"),
            List.of(Misbehaving.Thrower.class));
    assertThat(lenient.status()).as(lenient.err()).isZero();
    assertThat(champions()).containsExactly("rsi_reversal", "sma_cross");
  }

  @Test
  void aProcessEndsInSpiteOfALoopAndOfOneThatTakesAllMemory() throws Exception {
    Path services =
        Misbehaving.services(
            folder.resolve("classes"), List.of(Misbehaving.Looper.class, Misbehaving.Hog.class));
    ChildRun run =
        ChildRun.start(
            folder,
            List.of(),
            services.toString(),
            database,
            "--maxSymbols=6",
            "--population=6",
            "--generations=3",
            "--unitTimeout=3s",
            "--workers=2");
    assertThat(run.await()).as(run.text()).isZero();
    assertThat(
            Dump.query(
                database,
                "SELECT strategy, SUBSTR(cause, 1, 17) FROM units WHERE status = 'failed'"
                    + " ORDER BY strategy"))
        .containsExactly("hog|OutOfMemoryError:", "looper|took longer than ");
    assertThat(champions()).contains("sma_cross", "rsi_reversal");
  }

  @Test
  void aMarketThatChangesMeanwhileFailsWhatIsMadeOfIt() throws Exception {
    Path market = Files.createDirectory(folder.resolve("market"));
    try (Stream<Path> files = Files.list(Cli.BUNDLED)) {
      for (Path file : files.sorted().limit(4).toList()) {
        Files.copy(file, market.resolve(file.getFileName()));
      }
    }
    Path victim;
    try (Stream<Path> files = Files.list(market)) {
      victim = files.sorted().findFirst().orElseThrow();
    }
    byte[] other = Files.readAllBytes(victim);
    Path aside = Files.write(folder.resolve("aside"), java.util.Arrays.copyOf(other, 1000));
    ChildRun run =
        ChildRun.start(
            folder,
            List.of(),
            "",
            database,
            "--market=" + market,
            "--maxYears=10",
            "--population=200",
            "--generations=30",
            "--steadyGenerations=30");
    run.awaitUnit(database);
    Files.move(aside, victim, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(run.await()).as(run.text()).isEqualTo(1);
    assertThat(run.lastLine())
        .startsWith("nightshift: the run failed: ")
        .contains(victim + " was changed while it was being worked with; start again");
    assertThat(Dump.query(database, "SELECT COUNT(*) > 0 FROM units WHERE status = 'finished'"))
        .containsExactly("1");
    assertThat(Dump.query(database, "SELECT * FROM quarantine WHERE rule = 'unreadable'"))
        .isEmpty();
  }
}
