package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that people's SQLite files have. */
class SqliteVariantsTest {
  private static final Set<Column> ALL = EnumSet.allOf(Column.class);
  private static final List<StoredBar> ROWS = SampleBars.rowsOf("AAPL");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("prices.db");
  }

  private void sql(String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static Stream<Arguments> dateEncodings() {
    return Stream.of(
        dates("TEXT", LocalDate::toString),
        dates("TIMESTAMP", date -> date + " 00:00:00"),
        dates("", date -> date + "T16:00:00.000"),
        dates("TEXT", date -> date.toString().replace("-", "")),
        dates("TEXT", date -> date.toString().replace('-', '/')),
        dates(
            "TEXT",
            date -> "%d-%.3s-%d".formatted(date.getDayOfMonth(), date.getMonth(), date.getYear())),
        dates("INTEGER", date -> Integer.parseInt(date.toString().replace("-", ""))),
        dates("INTEGER", LocalDate::toEpochDay),
        dates("DATE", date -> seconds(date, ZoneOffset.UTC)),
        dates("REAL", date -> (double) seconds(date, ZoneOffset.UTC)),
        dates("INTEGER", date -> seconds(date, ZoneOffset.UTC) * 1000),
        dates("INTEGER", date -> seconds(date, ZoneId.of("America/New_York"))),
        dates("INTEGER", date -> seconds(date, ZoneId.of("Asia/Kolkata"))),
        dates("INTEGER", date -> seconds(date, ZoneId.of("Europe/London")) * 1000));
  }

  private static Arguments dates(String type, Function<LocalDate, Object> value) {
    return Arguments.of(type, value);
  }

  private static long seconds(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toEpochSecond();
  }

  @ParameterizedTest
  @MethodSource("dateEncodings")
  void understandsDatesAndLayouts(String type, Function<LocalDate, Object> value) throws Exception {
    sql(
        "CREATE TABLE other (a)",
        "CREATE TABLE \"daily \"\" prices\" (\"Volume\" REAL, \"Adj Close\" REAL, \"Close\" REAL,"
            + " \"Low\" REAL, \"High\" REAL, \"Open\" REAL, \"Trade Date\" "
            + type
            + ", name TEXT, \"Ticker\" TEXT)",
        "CREATE INDEX i ON \"daily \"\" prices\" (\"Ticker\", \"Trade Date\")");
    insert(value);
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("AAPL");
      NaiveBars.of(ROWS, Adjust.AUTO)
          .assertSame(market.read("AAPL", ALL, LocalDate.MIN, LocalDate.MAX));
      LocalDate from = LocalDate.of(2019, 7, 1);
      LocalDate to = LocalDate.of(2020, 3, 30);
      List<StoredBar> within =
          ROWS.stream().filter(b -> !b.date().isBefore(from) && !b.date().isAfter(to)).toList();
      NaiveBars.of(within, Adjust.AUTO).assertSame(market.read("AAPL", ALL, from, to));
      assertThat(market.coverage("AAPL").first()).isEqualTo(SampleBars.FIRST);
      assertThat(market.coverage("AAPL").last()).isEqualTo(SampleBars.LAST);
    }
  }

  private void insert(Function<LocalDate, Object> date) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO \"daily \"\" prices\" VALUES (?, ?, ?, ?, ?, ?, ?, 'Apple', 'AAPL')")) {
        for (StoredBar row : ROWS) {
          insert.setObject(1, row.volume());
          insert.setObject(2, row.adjustedClose());
          insert.setObject(3, row.close());
          insert.setObject(4, row.low());
          insert.setObject(5, row.high());
          insert.setObject(6, row.open());
          insert.setObject(7, date.apply(row.date()));
          insert.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  @Test
  void letsTheLaterRowOfADayStandEvenBehindAnIndexOfPrices() throws Exception {
    sql(
        "CREATE TABLE bars (symbol, date, close)",
        "CREATE INDEX covering ON bars (symbol, date, close)",
        "INSERT INTO bars VALUES ('A', '2020-01-02', 9), ('A', '2020-01-02', 5)");
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      BarSlice slice = market.read("A", Set.of(Column.CLOSE), LocalDate.MIN, LocalDate.MAX);
      assertThat(slice.column(Column.CLOSE)).containsExactly(5);
    }
  }

  @Test
  void takesEmptyAndStrangeValuesAsMissing() throws Exception {
    sql(
        "CREATE TABLE bars (symbol, date, open, close, PRIMARY KEY (symbol, date)) WITHOUT ROWID",
        "INSERT INTO bars VALUES ('A', '2020-01-02', '', '9.5'), ('A', '2020-01-03', 'n/a', NULL),"
            + " ('A', 'unknown', 1, 1)");
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      BarSlice slice =
          market.read("A", Set.of(Column.OPEN, Column.CLOSE), LocalDate.MIN, LocalDate.MAX);
      assertThat(slice.column(Column.CLOSE)).containsExactly(9.5);
      assertThat(slice.column(Column.OPEN)).containsExactly(Double.NaN);
      assertThat(slice.findings())
          .extracting(Finding::rule)
          .containsExactly("bad_date", "missing_close", "missing_open");
    }
  }

  @Test
  void saysOnceWhichIndexWouldHelpAndTheStatementIsRight() throws Exception {
    sql(
        "CREATE TABLE \"my bars\" (symbol, \"the \"\" date\" TEXT, date, close)",
        "INSERT INTO \"my bars\" VALUES ('A', '', '2020-01-02', 9)");
    String said = errorsOf(() -> readTwice());
    assertThat(said.split("CREATE INDEX", -1)).hasSize(2);
    sql(said.substring(said.indexOf("CREATE INDEX"), said.lastIndexOf(';')));
    assertThat(errorsOf(() -> readTwice())).isEmpty();
  }

  private void readTwice() {
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      for (int i = 0; i < 2; i++) {
        market.read("A", ALL, LocalDate.MIN, LocalDate.MAX);
      }
    } catch (MarketException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String errorsOf(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void listsSymbolsByStepsThroughTheIndex() throws Exception {
    sql(
        "CREATE TABLE bars (symbol, date, close)",
        "CREATE INDEX i ON bars (symbol, date)",
        "INSERT INTO bars VALUES ('B', 1, 1), ('A', 1, 1), (NULL, 1, 1), ('B', 2, 1)");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      BarTable table = BarTable.find(file, connection);
      StringBuilder plan = new StringBuilder();
      try (ResultSet rows =
          statement.executeQuery("EXPLAIN QUERY PLAN " + SymbolSql.steps(table))) {
        while (rows.next()) {
          plan.append(rows.getString("detail")).append('\n');
        }
      }
      assertThat(plan.toString()).contains("SEARCH bars").doesNotContain("SCAN bars");
    }
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("A", "B");
    }
  }
}
