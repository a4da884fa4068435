package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite files that were made to do harm. */
@Timeout(120)
class HostileSqliteTest {
  private static final int PAGE = 512;
  private static final String ROWS =
      "INSERT INTO bars SELECT 'A', date('2000-01-01', value || ' days'), value + 1"
          + " FROM (WITH RECURSIVE n(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n"
          + " LIMIT %d) SELECT value FROM n)";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("bars.db");
  }

  private void sql(Path at, String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + at);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private int bars() throws MarketException {
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      int bars = 0;
      for (String symbol : market.symbols()) {
        market.coverage(symbol);
        bars += market.read(symbol, EnumSet.of(Column.CLOSE), LocalDate.MIN, LocalDate.MAX).size();
      }
      return bars;
    }
  }

  /** A view could be a query that never ends. */
  @Test
  void aViewIsNoTable() throws Exception {
    sql(
        file,
        "CREATE VIEW bars AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT 'A' AS symbol, i AS date, 1.0 AS close FROM n");
    assertThatThrownBy(this::bars)
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("has no table with bars");
  }

  @Test
  void triggersDoNothing() throws Exception {
    sql(
        file,
        "CREATE TABLE bars (symbol TEXT, date TEXT, close REAL, PRIMARY KEY (symbol, date))"
            + " WITHOUT ROWID",
        "CREATE TABLE victim (x)",
        ROWS.formatted(30),
        "CREATE TRIGGER t AFTER INSERT ON bars BEGIN DELETE FROM victim; END");
    byte[] before = Files.readAllBytes(file);
    assertThat(bars()).isEqualTo(30);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  /** Computed columns are not looked at: what they compute is the file's own idea. */
  @ParameterizedTest
  @ValueSource(strings = {"STORED", "VIRTUAL"})
  void aComputedColumnIsNone(String kind) throws Exception {
    sql(
        file,
        "CREATE TABLE bars (symbol TEXT, date TEXT, x REAL,"
            + " close REAL GENERATED ALWAYS AS (length(zeroblob(x * 1000000000))) "
            + kind
            + ")",
        "INSERT INTO bars (symbol, date) VALUES ('A', '2020-01-01')");
    assertThatThrownBy(this::bars)
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("has no table with bars");
  }

  @Test
  void aVirtualTableIsReadOrRefused() throws Exception {
    sql(file, "CREATE VIRTUAL TABLE bars USING fts5(symbol, date, close)");
    sql(file, "INSERT INTO bars VALUES ('A', '2020-01-01', 3)");
    assertReadOrRefused();
  }

  private void assertReadOrRefused() {
    try {
      assertThat(bars()).isNotNegative();
    } catch (MarketException refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }

  /** An inner page whose children are all itself: twenty levels of sixty ways are no end. */
  @ParameterizedTest
  @ValueSource(strings = {"", ", UNIQUE (symbol, date)"})
  void pagesThatLeadToThemselvesAreLeft(String key) throws Exception {
    sql(
        file,
        "PRAGMA page_size = " + PAGE,
        "CREATE TABLE bars (symbol TEXT, date TEXT, close REAL" + key + ")",
        ROWS.formatted(4000));
    byte[] bytes = Files.readAllBytes(file);
    for (int page = 1; page < bytes.length / PAGE; page++) {
      int start = page * PAGE;
      if (bytes[start] == 5 || bytes[start] == 2) {
        pointAt(bytes, start, page + 1);
      }
    }
    Files.write(file, bytes);
    assertThatThrownBy(this::bars)
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("cannot be read");
  }

  private static void pointAt(byte[] bytes, int start, int number) {
    ByteBuffer page = ByteBuffer.wrap(bytes, start, PAGE).slice();
    int cells = page.getShort(3);
    for (int cell = 0; cell < cells - 1; cell++) {
      page.putInt(page.getShort(12 + 2 * cell), number);
    }
  }

  @Test
  void thePagesOfAnotherFileAreNoneOfItsLog() throws Exception {
    String create = "CREATE TABLE bars (symbol TEXT, date TEXT, close REAL)";
    sql(file, "PRAGMA journal_mode = WAL", create, ROWS.formatted(30));
    Path other = folder.resolve("other.db");
    Path log = folder.resolve("other.db-wal");
    byte[] foreign;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.execute("CREATE TABLE elsewhere (x TEXT)");
      foreign = Files.readAllBytes(log);
    }
    Files.write(folder.resolve("bars.db-wal"), foreign);
    assertReadOrRefused();
    Files.write(folder.resolve("bars.db-wal"), Arrays.copyOf(foreign, 100));
    assertReadOrRefused();
  }

  @Test
  void aValueThatIsNoneOfItsKindIsSetAside() throws Exception {
    sql(
        file,
        "CREATE TABLE bars (symbol, date, close)",
        "INSERT INTO bars VALUES ('A', '2020-01-01', 'x'), ('A', zeroblob(10), 2), (NULL, 1, 1),"
            + " (x'4100', '2020-01-02', 1), ('A', '2020-01-03', 9e999), ('A', '2020-01-04', 3),"
            + " (17, '2020-01-04', 3), ('A', -9223372036854775808, 3), ('', '2020-01-04', 3)");
    assertReadOrRefused();
  }

  @Test
  void aValueLargerThanAnyPriceIsNotLoaded() throws Exception {
    sql(
        file,
        "CREATE TABLE bars (symbol TEXT, date TEXT, close REAL)",
        "INSERT INTO bars VALUES (hex(zeroblob(3000000)), '2020-01-01', 1)");
    assertThatThrownBy(this::bars)
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("cannot be read");
  }
}
