package nightshift.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children are measured and bounded, and leave nothing behind. */
class ChildrenTest {
  private static final long MB = 1 << 20;
  private static final Bounds WIDE = new Bounds(500 * MB, 60, 0);

  @TempDir Path temp;
  private WorkFolder folder;
  private Children children;

  @BeforeEach
  void watchedOnly() throws IOException {
    children = children(new NoLimit());
  }

  private Children children(HardLimit limit) throws IOException {
    folder = WorkFolder.make(temp.resolve("deep").resolve("work"));
    return new Children(new Launcher(Path.of("unused")), limit, folder);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    children.close();
    assertThat(temp).isEmptyDirectory();
  }

  private static List<String> shell(String script) {
    return List.of("sh", "-c", script);
  }

  @Test
  void measuresWhatAChildTakes() throws Exception {
    Measurement taken = children.run(Eater.command(150, 400), WIDE);
    assertThat(taken.finished()).as(taken.reason()).isTrue();
    assertThat(taken.reason()).isEmpty();
    assertThat(taken.peakResident()).isBetween(150 * MB, 300 * MB);
    assertThat(taken.peakVirtual()).isGreaterThan(taken.peakResident());
    assertThat(taken.seconds()).isGreaterThan(0.4);
  }

  @Test
  void countsWhatTheChildrenOfAChildTake() throws Exception {
    List<String> eater = Eater.command(100, 1500);
    String one = "'" + String.join("' '", eater) + "'";
    Measurement taken = children.run(shell(one + " & " + one + " & wait"), WIDE);
    assertThat(taken.finished()).as(taken.reason()).isTrue();
    assertThat(taken.peakResident()).isGreaterThan(200 * MB);
    assertThat(taken.peakVirtual()).as("of the shell alone").isBetween(1L, 100 * MB);
  }

  @Test
  void saysWhyAChildFailed() throws Exception {
    Measurement failed = children.run(shell("echo begun; echo 'no such market' >&2; exit 2"), WIDE);
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.reason()).isEqualTo("exit status 2: no such market");
    assertThat(children.run(shell("echo begun; exit 3"), WIDE).reason())
        .isEqualTo("exit status 3: begun");
  }

  @Test
  void endsWhatTakesTooMuchMemory() throws Exception {
    Measurement over = children.run(Eater.command(400, 20_000), new Bounds(120 * MB, 60, 0));
    assertThat(over.outcome()).isEqualTo(Outcome.OVER_LIMIT);
    assertThat(over.reason()).isEqualTo("killed at the limit of 120 MB");
    assertThat(over.seconds()).isLessThan(20);
  }

  @Test
  void theKernelHoldsTheLimitWhereItCan() throws Exception {
    HardLimit limit = HardLimit.ofThisMachine();
    assumeTrue(limit.isHard(), "no memory control group can be made here, and systemd makes none");
    children.close();
    children = children(limit);
    Measurement over = children.run(Eater.command(400, 20_000), new Bounds(120 * MB, 60, 0));
    assertThat(over.outcome()).isEqualTo(Outcome.OVER_LIMIT);
    // Java's own files are in its memory too, and may be charged to whoever read them first.
    assertThat(over.peakResident()).isBetween(60 * MB, 200 * MB);
    over.groupPeak().ifPresent(peak -> assertThat(peak).isBetween(60 * MB, 120 * MB));

    Measurement within = children.run(Eater.command(80, 200), new Bounds(200 * MB, 60, 0));
    assertThat(within.finished()).as(within.reason()).isTrue();
    within.groupPeak().ifPresent(peak -> assertThat(peak).isBetween(80 * MB, 200 * MB));
    if (limit instanceof ControlGroupLimit groups) {
      try (Stream<Path> left = Files.list(groups.parent())) {
        assertThat(left.filter(path -> path.toString().contains(ourGroups()))).isEmpty();
      }
    }
  }

  private static String ourGroups() {
    return "nightshift-child-" + ProcessHandle.current().pid() + "-";
  }

  @Test
  void endsWhatTakesTooLongWithAllThatItStarted() throws Exception {
    Path pids = temp.resolve("deep/work/pids");
    String script = "sleep 100 & echo $! >>" + pids + "; sleep 100 & echo $! >>" + pids + "; wait";
    Measurement over = children.run(shell(script), new Bounds(500 * MB, 1, 0));
    assertThat(over.outcome()).isEqualTo(Outcome.OVER_TIME);
    assertThat(over.reason()).isEqualTo("ended after 1.0 s");
    List<String> started = Files.readAllLines(pids);
    Files.delete(pids);
    assertThat(started).hasSize(2);
    for (String pid : started) {
      Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(pid));
      if (left.isPresent()) {
        // The kernel may take a moment; this throws when it takes longer.
        left.get().onExit().get(10, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void endsAChildWhenTheMachineRunsShort() throws Exception {
    Measurement ended = children.run(shell("sleep 100"), new Bounds(500 * MB, 60, Long.MAX_VALUE));
    assertThat(ended.outcome()).isEqualTo(Outcome.MACHINE_LOW);
    assertThat(ended.reason()).startsWith("ended, as the machine had only ");
  }

  @Test
  void eachChildBeginsWithoutADatabase() throws Exception {
    String script = "test ! -e " + folder.database() + " && touch " + folder.database();
    for (int i = 0; i < 2; i++) {
      assertThat(children.run(shell(script), WIDE).finished()).isTrue();
    }
  }

  @Test
  void theEnvironmentOfAChildDecidesNothing() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "NIGHTSHIFT_WORKERS", "2",
                "NIGHTSHIFT_CLASSPATH", "/more.jar",
                "MALLOC_ARENA_MAX", "1",
                "HOME", "/home"));
    Launcher.clean(environment);
    assertThat(environment)
        .containsOnly(
            Map.entry("NIGHTSHIFT_CLASSPATH", "/more.jar"),
            Map.entry("HOME", "/home"),
            Map.entry("JAVA_HOME", System.getProperty("java.home")));
  }

  @Test
  void removesWhatOneThatWasKilledHasLeft() throws Exception {
    Path left =
        Files.createDirectory(folder.path().resolveSibling(".nightshift-children-999999999-1"));
    Files.createFile(left.resolve("research.db"));
    Path other = Files.createDirectory(folder.path().resolveSibling(".nightshift-children-x-1"));
    WorkFolder next = WorkFolder.make(folder.path().getParent());
    assertThat(left).doesNotExist();
    assertThat(folder.path()).as("of a process that lives").exists();
    assertThat(other).as("not ours").exists();
    next.remove();
    Files.delete(other);
  }
}
