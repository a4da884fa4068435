package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stores that are larger than the memory there is for reading them. */
class BoundedReadingTest {
  private static final int SYMBOLS = 400;
  private static final int DAYS = 3000;

  /** All prices of a day are the same, so that the sum is known. */
  private static final String ALL =
      "%d symbols, %d covered, %d bars, closes %d"
          .formatted(
              SYMBOLS,
              SYMBOLS * DAYS,
              SYMBOLS * DAYS,
              SYMBOLS * (long) DAYS * 10 + SYMBOLS * (DAYS * (DAYS - 1L) / 2));

  @TempDir Path folder;

  private static void duckDb(String sql) throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute(sql);
    }
  }

  private static String bars(String order) {
    return """
        SELECT 'S' || lpad(s.i::VARCHAR, 4, '0') AS symbol, DATE '2001-01-01' + d.i::INT AS date,
          (10 + d.i)::DOUBLE AS open, (11 + d.i)::DOUBLE AS high, (9 + d.i)::DOUBLE AS low,
          (10 + d.i)::DOUBLE AS close, (hash(s.i, d.i) %% 1000000007)::DOUBLE AS volume
        FROM range(%d) AS s(i), range(%d) AS d(i) ORDER BY %s"""
        .formatted(SYMBOLS, DAYS, order);
  }

  /** A row group of 1.2 million rows has a page of 9.6 MB of volumes, which have no dictionary. */
  @ParameterizedTest
  @CsvSource({"'date, symbol', 10000000, snappy", "'hash(symbol, date)', 122880, zstd"})
  void readsATableOfAllSymbolsWhateverItsRowGroups(String order, int groupRows, String codec)
      throws Exception {
    Path file = folder.resolve("market.parquet");
    duckDb(
        "COPY (%s) TO '%s' (FORMAT parquet, CODEC %s, ROW_GROUP_SIZE %d)"
            .formatted(bars(order), file, codec, groupRows));
    assertThat(SmallHeap.run(44, ReadsAllSymbols.class, file)).endsWith(ALL);
  }

  @Test
  void readsAFileOfManyColumnsAndRowGroups() throws Exception {
    StringBuilder columns = new StringBuilder("SELECT * REPLACE ('S' AS symbol)");
    for (int i = 0; i < 200; i++) {
      columns.append(", date::VARCHAR || repeat('x', 50) AS text").append(i);
    }
    Path file = folder.resolve("S.parquet");
    duckDb(
        "COPY (%s FROM (%s) WHERE symbol < 'S0001') TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
            .formatted(columns, bars("date"), file));
    assertThat("\n" + SmallHeap.run(16, ReadsAllSymbols.class, file))
        .contains("\n1 symbols, %d covered".formatted(DAYS));
  }

  @Test
  void readsAnSqliteTableWithoutAnIndexInOneWalk() throws Exception {
    Path file = folder.resolve("bars.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bars (symbol TEXT, date TEXT, close REAL)");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO bars VALUES (?, ?, ?)")) {
        for (int day = 0; day < 500; day++) {
          insert.setString(2, LocalDate.of(2001, 1, 1).plusDays(day).toString());
          for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            insert.setString(1, "S" + symbol);
            insert.setDouble(3, 1 + day);
            insert.addBatch();
          }
          insert.executeBatch();
        }
      }
      connection.commit();
    }
    assertThat(SmallHeap.run(16, ReadsAllSymbols.class, file))
        .endsWith("400 symbols, 200000 covered, 200000 bars, closes 50100000");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void remembersManySymbolsInLittleMemory() throws Exception {
    assertThat(SmallHeap.run(48, ManyCoverages.class, 200_000)).isEqualTo("200000");
  }

  /** Holds what is known of as many symbols as it is told, each with ten years. */
  static final class ManyCoverages {
    private ManyCoverages() {}

    public static void main(String[] count) {
      List<Coverage> held = new ArrayList<>();
      TreeMap<Integer, Integer> years = new TreeMap<>();
      for (int year = 2010; year < 2020; year++) {
        years.put(year, 200 + year);
      }
      for (int i = 0; i < Integer.parseInt(count[0]); i++) {
        held.add(
            new Coverage("S", LocalDate.of(2010, 1, 1), LocalDate.of(2019, 12, 31), years, 1, i));
      }
      System.out.println(held.size());
    }
  }
}
