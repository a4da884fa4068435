package nightshift.io.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResearchViewTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("research.db");
  }

  private void write(String runId) throws ResearchException {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(Samples.run(runId, Samples.MONDAY));
    }
  }

  private static long runs(ResearchView view) throws ResearchException {
    return view.count("SELECT COUNT(*) FROM runs");
  }

  private static long runs(Path file) throws IOException {
    return ResearchView.read(file, ResearchViewTest::runs);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void sql(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private void refuses(Path file, String... words) throws IOException {
    List<String> before = names();
    assertThatThrownBy(() -> runs(file))
        .isInstanceOf(ResearchException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(file.toString())
        .message()
        .doesNotContain("\n");
    assertThat(names()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"research.db", "a b %20?#ä.db", "a&immutable=0.db"})
  void createsNothingBesideIt(String name) throws Exception {
    write("a");
    Path file = folder.resolve(name);
    if (!file.equals(file())) {
      Files.move(file(), file);
    }
    byte[] before = Files.readAllBytes(file);
    List<String> names = names();
    assertThat(runs(file)).isEqualTo(1);
    assertThat(names()).isEqualTo(names);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void seesWhatARunHasCommittedSoFar() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(Samples.run("a", Samples.MONDAY));
      assertThat(names()).contains("research.db-wal");
      assertThat(runs(file())).isEqualTo(1);
      database.beginRun(Samples.run("b", Samples.MONDAY));
      assertThat(runs(file())).isEqualTo(2);
    }
  }

  @Test
  void seesOneStateHoweverMuchIsAsked() throws Exception {
    try (ResearchDatabase database = ResearchDatabase.at(file())) {
      database.beginRun(Samples.run("a", Samples.MONDAY));
      long[] seen =
          ResearchView.read(
              file(),
              view -> {
                long first = runs(view);
                database.beginRun(Samples.run("b", Samples.MONDAY));
                return new long[] {first, runs(view)};
              });
      assertThat(seen).containsExactly(1, 1);
    }
  }

  @Test
  void readsAgainWhenARunChangedTheFileMeanwhile() throws Exception {
    write("a");
    AtomicInteger times = new AtomicInteger();
    long seen =
        ResearchView.read(
            file(),
            view -> {
              long found = runs(view);
              if (times.incrementAndGet() == 1) {
                // The whole of a run: its log is gone again when we look.
                write("b");
              }
              return found;
            });
    assertThat(seen).isEqualTo(2);
    assertThat(times).hasValue(2);
  }

  @Test
  void cannotWrite() throws Exception {
    write("a");
    assertThatThrownBy(
            () ->
                ResearchView.read(
                    file(),
                    view -> view.list("DELETE FROM runs RETURNING run_id", row -> row.text(1))))
        .isInstanceOf(ResearchException.class);
    assertThat(runs(file())).isEqualTo(1);
  }

  @Test
  void namesWhatIsNotThere() throws Exception {
    refuses(file(), "there is no research database at", "--research=FILE", "nightshift run");
    refuses(folder.resolve("none").resolve("x.db"), "there is no research database at");
    refuses(folder, "is a folder", "--research=FILE");
  }

  @Test
  void namesAnEmptyOne() throws Exception {
    Files.createFile(file());
    refuses(file(), "is empty (0 bytes)", "--research=FILE", "nightshift run");
    Files.delete(file());
    sql(file(), "PRAGMA user_version = 3");
    refuses(file(), "has no tables yet", "--research=FILE");
  }

  @Test
  void namesSomebodyElses() throws Exception {
    sql(file(), "CREATE TABLE holdings (symbol TEXT)");
    refuses(file(), "not a research database of Nightshift", "--research=FILE");
    Path text = Files.writeString(folder.resolve("notes.txt"), "to do: sleep");
    refuses(text, "is not an SQLite database", "--research=FILE");
  }

  @Test
  void namesOneOfAnotherVersion() throws Exception {
    write("a");
    sql(file(), "UPDATE nightshift_schema SET version = 2");
    refuses(file(), "has schema version 2", "nightshift run --research=");
    sql(file(), "UPDATE nightshift_schema SET version = 1000");
    refuses(file(), "has schema version 1000", "use a newer Nightshift");
  }

  @Test
  void namesADamagedOne() throws Exception {
    write("a");
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, 100, bytes.length, (byte) 7);
    Files.write(file(), bytes);
    refuses(file(), "cannot read the research database");
    Files.write(file(), new byte[4096]);
    refuses(file(), "is damaged");
  }
}
