package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full: a small file system of its own where this user may mount one, and else, or
 * besides, a limit on the size of files.
 */
class FullDiskTest {
  private static final String[] SEARCH = {
    "--maxSymbols=12", "--maxYears=4", "--population=40", "--generations=4"
  };

  /** Leaves more than the limit, which SQLite's own library fits into. */
  private static final String[] LARGE = {
    "--maxSymbols=6", "--maxYears=4", "--population=400", "--generations=5"
  };

  private static final int LIMIT_KB = 1800;

  @TempDir Path folder;
  private Path mounted;

  @BeforeEach
  void nameMount() throws IOException {
    mounted = Files.createDirectory(folder.resolve("disk"));
  }

  @AfterEach
  void unmount() throws Exception {
    call("umount", mounted.toString());
  }

  private static int call(String... words) throws Exception {
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  private void mount(int kilobytes) throws Exception {
    boolean done;
    try {
      done =
          call("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "none", mounted.toString())
              == 0;
    } catch (IOException noSuchProgram) {
      done = false;
    }
    assumeTrue(done, "this user may not mount a file system; the limit on files is tried instead");
  }

  private List<String> whole() throws Exception {
    Path whole = folder.resolve("whole.db");
    ChildRun run = ChildRun.start(folder, List.of(), "", whole, SEARCH);
    assertThat(run.await()).as(run.text()).isZero();
    return Dump.of(whole);
  }

  private void assertKept(Path database, List<String> expected) throws Exception {
    assertThat(Dump.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    List<String> units =
        Dump.of(database).stream().filter(line -> line.startsWith("units|")).toList();
    assertThat(units).isNotEmpty();
    assertThat(expected).containsAll(units);
    ChildRun again = ChildRun.start(folder, List.of(), "", database, SEARCH);
    assertThat(again.await()).as(again.text()).isZero();
    assertThat(Dump.of(database)).isEqualTo(expected);
  }

  @Test
  void aFileSystemWithoutRoomForTheDatabase() throws Exception {
    mount(900);
    List<String> expected = whole();
    Path database = mounted.resolve("research.db");
    ChildRun run = ChildRun.start(folder, List.of(), "", database, SEARCH);
    assertThat(run.await()).as(run.text()).isEqualTo(1);
    assertThat(run.lastLine())
        .startsWith("nightshift: the run failed: cannot write ")
        .contains(database.toString(), "make room on that disk");
    assertThat(call("mount", "-o", "remount,size=50m", mounted.toString())).isZero();
    assertKept(database, expected);
  }

  @Test
  void aFileSystemWithoutRoomForScratch() throws Exception {
    mount(200);
    Path database = folder.resolve("research.db");
    String[] options = {
      SEARCH[0], SEARCH[1], SEARCH[2], SEARCH[3], "--scratch=always", "--scratchFolder=" + mounted
    };
    ChildRun run = ChildRun.start(folder, List.of(), "", database, options);
    assertThat(run.await()).as(run.text()).isEqualTo(1);
    assertThat(run.lastLine())
        .startsWith("nightshift: the run failed: ")
        .contains(mounted.toString(), "make room there");
    assertThat(mounted).isEmptyDirectory();
    assertThat(call("mount", "-o", "remount,size=50m", mounted.toString())).isZero();
    ChildRun again = ChildRun.start(folder, List.of(), "", database, options);
    assertThat(again.await()).as(again.text()).isZero();
    assertThat(Dump.of(database)).isEqualTo(whole());
  }

  /** In blocks of 1 KB; the shell's limit is inherited. */
  private static List<String> limited(int kilobytes) {
    return List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "limited");
  }

  @Test
  void aLimitOnFilesThatTheDatabaseReaches() throws Exception {
    Path database = folder.resolve("research.db");
    ChildRun run = ChildRun.start(folder, limited(LIMIT_KB), "", database, LARGE);
    assertThat(run.await()).as(run.text()).isEqualTo(1);
    assertThat(run.lastLine())
        .startsWith("nightshift: the run failed: cannot write ")
        .contains(database.toString(), "make room on that disk");
    assertThat(Dump.query(database, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Dump.query(database, "SELECT status FROM units")).contains("finished");
  }

  @Test
  void aDatabaseThatMayNotBeWrittenIsRefusedByName() throws Exception {
    mount(4000);
    Path database = mounted.resolve("research.db");
    assertThat(Cli.run(Cli.BUNDLED, database).status()).isZero();
    List<String> before = Dump.of(database);
    assertThat(call("mount", "-o", "remount,ro", mounted.toString())).isZero();
    Cli refused = Cli.run(Cli.BUNDLED, database);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).hasLineCount(1).contains(database.toString());
    assertThat(call("mount", "-o", "remount,rw", mounted.toString())).isZero();
    assertThat(Dump.of(database)).isEqualTo(before);
  }
}
