package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parquet files that DuckDB wrote must give the bars that DuckDB reads in them. */
class DuckDbFilesTest {
  private static final String BARS =
      """
      CREATE TABLE bars AS
      SELECT s.symbol AS "Symbol", DATE '2015-01-01' + d.i::INT AS "Date",
        (10 + (hash(s.symbol || d.i) % 10000) / 100.0)::DOUBLE AS "Open",
        (200 + (hash(d.i) % 500) / 8.0)::FLOAT AS "High",
        (5 + (d.i % 7))::DECIMAL(18, 4) AS "Low",
        (20 + (d.i % 100) / 4.0)::DECIMAL(9, 2) AS "Close",
        (hash(s.symbol || d.i) % 1000000)::BIGINT AS "Volume"
      FROM (VALUES ('AAPL'), ('BRK.B'), ('M&M.NS'), ('^N225')) AS s(symbol),
        range(700) AS d(i)
      """;

  private static Connection duck;
  @TempDir Path folder;

  @BeforeAll
  static void makeBars() throws Exception {
    duck = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = 1");
    execute(BARS);
  }

  @AfterAll
  static void close() throws Exception {
    duck.close();
  }

  private static void execute(String sql) throws Exception {
    try (Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  private void assertSameBars(Path location) throws Exception {
    LocalDate from = LocalDate.of(2016, 2, 29);
    LocalDate to = LocalDate.of(2016, 8, 31);
    try (Market market = Markets.open(location.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("AAPL", "BRK.B", "M&M.NS", "^N225");
      for (String symbol : market.symbols()) {
        BarSlice slice = market.read(symbol, EnumSet.allOf(Column.class), from, to);
        assertThat(slice.size()).isEqualTo(185);
        for (Column column : Column.values()) {
          assertThat(slice.column(column))
              .as(symbol + " " + column)
              .isEqualTo(valuesInDuckDb(symbol, column, from, to));
        }
        assertThat(slice.findings()).isEmpty();
        assertThat(market.coverage(symbol).bars()).isEqualTo(700);
      }
    }
  }

  private static double[] valuesInDuckDb(String symbol, Column column, LocalDate from, LocalDate to)
      throws Exception {
    String sql =
        "SELECT \"%s\"::DOUBLE FROM bars WHERE \"Symbol\" = '%s' AND \"Date\" BETWEEN '%s' AND '%s'"
                .formatted(column, symbol, from, to)
            + " ORDER BY \"Date\"";
    double[] values = new double[185];
    try (Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      for (int i = 0; rows.next(); i++) {
        values[i] = rows.getDouble(1);
      }
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "uncompressed, V1", "snappy, V1", "gzip, V1", "zstd, V1", "lz4_raw, V1", "brotli, V1",
    "uncompressed, V2", "snappy, V2", "gzip, V2", "zstd, V2", "lz4_raw, V2", "brotli, V2"
  })
  void readsEveryCodecAndPageVersion(String codec, String version) throws Exception {
    for (String order : List.of("\"Symbol\", \"Date\"", "\"Date\", \"Symbol\"")) {
      Path file = folder.resolve(codec + order.charAt(1) + ".parquet");
      execute(
          "COPY (FROM bars ORDER BY %s) TO '%s' (FORMAT parquet, CODEC %s, PARQUET_VERSION %s,"
                  .formatted(order, file, codec, version)
              + " ROW_GROUP_SIZE 2048)");
      assertSameBars(file);
    }
  }

  @Test
  void readsAPartitionedFolder() throws Exception {
    Path target = folder.resolve("hive");
    execute(
        "COPY (SELECT *, year(\"Date\") AS year FROM bars ORDER BY \"Date\") TO '%s'"
                .formatted(target)
            + " (FORMAT parquet, PARTITION_BY (year, \"Symbol\"))");
    assertSameBars(target);
    try (Market market = Markets.open(target.toString(), Adjust.AUTO)) {
      LocalDate from = LocalDate.of(2016, 6, 1);
      market.read("AAPL", EnumSet.of(Column.CLOSE), from, from.plusDays(30));
      assertThat(market.filesOpened()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP",
    "TIMESTAMP_S",
    "TIMESTAMP_MS",
    "TIMESTAMP_NS",
    "TIMESTAMPTZ",
    "VARCHAR",
    "DATE"
  })
  void readsDatesOfEveryType(String type) throws Exception {
    Path file = folder.resolve("dates.parquet");
    execute("SET TimeZone = 'UTC'");
    execute(
        "COPY (SELECT * REPLACE (\"Date\"::%s AS \"Date\") FROM bars ORDER BY 1, 2) TO '%s'"
            .formatted(type, file));
    assertSameBars(file);
  }
}
