package nightshift.io.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResearchLockTest {
  @TempDir Path folder;
  private final List<Process> children = new ArrayList<>();

  private Path database() {
    return folder.resolve("below/research.db");
  }

  private Path file() {
    return folder.resolve("below/research.db.lock");
  }

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  /** Takes the lock, says so, and waits until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] database) throws Exception {
      try (ResearchLock lock = ResearchLock.take(Path.of(database[0]))) {
        System.out.println("has " + lock.database());
        Thread.sleep(600_000);
      }
    }
  }

  private Process holder() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                database().toString())
            .redirectErrorStream(true)
            .start();
    children.add(child);
    BufferedReader out = child.inputReader();
    assertThat(out.readLine()).isEqualTo("has " + database());
    return child;
  }

  @Test
  void anotherProcessIsNamedUntilItIsKilled() throws Exception {
    Process child = holder();
    String started = child.info().startInstant().orElseThrow().toString().substring(0, 16);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> ResearchLock.take(database()))
          .isInstanceOf(ResearchException.class)
          .hasMessageContaining(database().toString())
          .hasMessageContaining("process " + child.pid() + " (started " + started)
          .hasMessageContaining("since ")
          .hasMessageContaining("--research=FILE");
      assertThatThrownBy(() -> ResearchLock.requireFree(database()))
          .hasMessageContaining("process " + child.pid());
    }
    child.destroyForcibly().waitFor();
    assertThat(file()).content().contains("process " + child.pid());
    ResearchLock.requireFree(database());
    try (ResearchLock lock = ResearchLock.take(database())) {
      assertThat(lock.database()).isEqualTo(database());
      assertThat(file()).content().contains("process " + ProcessHandle.current().pid() + " ");
    }
    assertThat(file()).isEmptyFile();
  }

  @Test
  void isTakenOnceInAProcessWhateverThePath() throws Exception {
    ResearchLock first = ResearchLock.take(database());
    Files.createFile(database());
    Path other = Files.createSymbolicLink(folder.resolve("other.db"), database());
    for (Path path : List.of(database(), other)) {
      assertThatThrownBy(() -> ResearchLock.take(path))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      assertThatThrownBy(() -> ResearchLock.requireFree(path)).hasMessageContaining("in use by");
    }
    // What was refused has not given back what is held: another process does not get it.
    assertThat(Files.readString(file())).contains("process");
    first.close();
    ResearchLock.take(database()).close();
  }

  @Test
  void otherDatabasesDoNotHinderEachOther() throws Exception {
    try (ResearchLock one = ResearchLock.take(database());
        ResearchLock two = ResearchLock.take(folder.resolve("below/second.db"))) {
      assertThat(one.database()).isNotEqualTo(two.database());
    }
  }

  /** A file that names a process which is there, on a system that keeps no locks. */
  private void leave(long pid, Instant started) throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), new LockOwner(pid, started, Instant.now()).text());
  }

  @Test
  void aNumberThatAnotherProcessHasNowIsNoOwner() throws Exception {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    Instant started = parent.info().startInstant().orElseThrow();
    leave(parent.pid(), started);
    assertThatThrownBy(() -> ResearchLock.take(database()))
        .hasMessageContaining("process " + parent.pid());
    leave(parent.pid(), started.minusSeconds(60));
    assertThatCode(() -> ResearchLock.take(database()).close()).doesNotThrowAnyException();
  }

  @Test
  void whatIsNotUnderstoodIsNoOwner() throws Exception {
    Files.createDirectories(file().getParent());
    for (String text : List.of("process", "process 1 started then since now\n", "\0\0\0")) {
      Files.writeString(file(), text);
      assertThatCode(() -> ResearchLock.take(database()).close()).doesNotThrowAnyException();
    }
  }

  @Test
  void toLookCreatesNothing() throws Exception {
    ResearchLock.requireFree(database());
    assertThat(folder).isEmptyDirectory();
  }
}
