package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for the stored prices is another number when, and only when, they are others. */
class ContentTest {
  private static final Path BUNDLED = Path.of("..", "testdata", "market");

  @TempDir Path folder;

  private static TreeMap<String, Long> contents(Path market) throws Exception {
    TreeMap<String, Long> contents = new TreeMap<>();
    try (Market open = Markets.open(market.toString(), Adjust.AUTO)) {
      for (String symbol : open.symbols()) {
        contents.put(symbol, open.coverage(symbol).content());
      }
    }
    return contents;
  }

  private Path copy(String name) throws Exception {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(BUNDLED)) {
      for (Path file : files.limit(5).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Test
  void everyByteOfAFileCountsAndItsPlaceDoesNot() throws Exception {
    TreeMap<String, Long> before = contents(copy("one"));
    Path two = copy("two");
    assertThat(contents(two)).isEqualTo(before);
    assertThat(before.values()).doesNotHaveDuplicates();
    String victim = before.firstKey();
    Path file = two.resolve(victim + ".parquet");
    byte[] bytes = Files.readAllBytes(file);
    // The signature, which no footer would tell of, and the last byte of the pages.
    for (int at : List.of(bytes.length / 2, bytes.length / 3)) {
      byte[] other = bytes.clone();
      other[at] ^= 1;
      Files.write(file, other);
      assertThat(Fingerprint.ofFile(file)).isNotEqualTo(before.get(victim));
    }
    Files.write(file, bytes);
    assertThat(contents(two)).isEqualTo(before);
  }

  private Path sqlite(String table) throws Exception {
    Path file = folder.resolve("bars.db");
    execute(file, "CREATE TABLE bars (symbol TEXT, date TEXT, open REAL, close REAL" + table);
    List<String> rows = new ArrayList<>();
    for (String symbol : List.of("A", "B")) {
      for (int day = 10; day < 30; day++) {
        rows.add("('%s', '2024-01-%d', %d, %d.5)".formatted(symbol, day, day, day));
      }
    }
    execute(file, "INSERT INTO bars VALUES " + String.join(", ", rows));
    return file;
  }

  private static void execute(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {")", ", PRIMARY KEY (symbol, date)) WITHOUT ROWID"})
  void aValueInATableCountsForItsSymbol(String table) throws Exception {
    Path file = sqlite(table);
    TreeMap<String, Long> before = contents(file);
    execute(file, "CREATE TABLE other (a)");
    execute(file, "VACUUM");
    assertThat(contents(file)).isEqualTo(before);
    for (String change :
        List.of(
            "close = 15.25 WHERE date = '2024-01-15'",
            "open = NULL WHERE date = '2024-01-16'",
            "open = 0 WHERE date = '2024-01-16'",
            "open = 17 + 18 - open WHERE date IN ('2024-01-17', '2024-01-18')")) {
      TreeMap<String, Long> last = contents(file);
      execute(file, "UPDATE bars SET " + change + " AND symbol = 'A'");
      assertThat(contents(file).get("A")).as(change).isNotEqualTo(last.get("A"));
      assertThat(contents(file).get("B")).isEqualTo(before.get("B"));
    }
  }
}
