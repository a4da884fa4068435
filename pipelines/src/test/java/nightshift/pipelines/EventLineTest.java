package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLineTest {

  private static String line(Level level, String message, Throwable thrown) {
    LogRecord event = new LogRecord(level, message);
    event.setLoggerName("nightshift.io.market.SqliteMarket");
    event.setInstant(Instant.parse("2026-01-05T02:00:01Z"));
    event.setThrown(thrown);
    return new EventLine().format(event);
  }

  @Test
  void anEventIsNamesAndValues() {
    assertThat(line(Level.WARNING, "no index", null))
        .isEqualToNormalizingNewlines(
            "at=2026-01-05T02:00:01.000Z level=warn from=nightshift.io.market.SqliteMarket"
                + " event=\"no index\"\n");
    assertThat(line(Level.SEVERE, "x", null)).contains(" level=error ");
    assertThat(line(Level.INFO, "x", null)).contains(" level=info ");
    assertThat(line(Level.FINE, "x", null)).contains(" level=debug ");
  }

  @Test
  void whateverIsInItTheLineIsOne() {
    Throwable thrown =
        new IllegalStateException("two\nlines \"quoted\"", new Error("deep\r\u2028"));
    String line = line(Level.WARNING, "a\nb\tc\u001b[31m\\", thrown);
    assertThat(line.lines()).hasSize(1);
    assertThat(line)
        .contains("event=\"a\\nb\\tc\\u001b[31m\\\\\"")
        .contains(
            "error=\"java.lang.IllegalStateException: two\\nlines \\\"quoted\\\" at nightshift")
        .contains("; caused by java.lang.Error: deep\\u000d\\u2028 at ");
  }

  /** In a process of its own, as a level is taken once. */
  @Test
  void aLevelIsAnOption(@TempDir Path folder) throws Exception {
    String[] small = {"--maxSymbols=6", "--population=6", "--generations=2", "--notify=true"};
    ChildRun silent = ChildRun.start(folder, List.of(), "", folder.resolve("a.db"), small);
    assertThat(silent.await()).isZero();
    assertThat(silent.text()).doesNotContain("level=");
    String[] more = {small[0], small[1], small[2], small[3], "--log=info"};
    ChildRun saying = ChildRun.start(folder, List.of(), "", folder.resolve("b.db"), more);
    assertThat(saying.await()).isZero();
    assertThat(saying.text().lines().filter(line -> line.contains("level=")))
        .isNotEmpty()
        .allMatch(line -> line.matches("at=\\S+Z level=(info|warn|error) from=\\S+ event=\".*\".*"))
        .anyMatch(line -> line.contains("event=\"told that the run finished: finished 8 of 8 "));
  }
}
