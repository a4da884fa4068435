package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbols that are paths, statements, options, or nothing that one can see. */
class HostileNamesTest {
  private static final LocalDate DAY = LocalDate.of(2020, 1, 2);

  /** These are symbols like any other. */
  private static final List<String> STRANGE =
      List.of(
          "../../x",
          "/etc/passwd",
          "..",
          "a'; drop table bars; --",
          "\"; DROP TABLE \"bars",
          "%s%n",
          "%2e%2e%2fx",
          "-rf",
          "--help",
          "*",
          "CON",
          "con",
          "NUL.parquet",
          "\uD83D\uDE80",
          "caf\u00e9",
          "cafe\u0301",
          " A",
          "A");

  /** These cannot be shown as they are. */
  private static final List<String> UNSEEN =
      List.of("A\nB", "A\u001b[2J", "A\rB", "\u202eLPAA", "A\u200bB", "A\u0085");

  @TempDir Path top;

  private Path market() throws Exception {
    return Files.createDirectories(top.resolve("in/market"));
  }

  private List<StoredBar> rows(double close, String symbol) {
    return List.of(new StoredBar(symbol, DAY, close, close, close, close, null, 1.0));
  }

  private static double close(Market market, String symbol) throws MarketException {
    assertThat(market.coverage(symbol).bars()).isEqualTo(1);
    BarSlice bars = market.read(symbol, EnumSet.of(Column.CLOSE), LocalDate.MIN, LocalDate.MAX);
    assertThat(bars.days()).containsExactly((int) DAY.toEpochDay());
    return bars.column(Column.CLOSE)[0];
  }

  /** Each is read as itself or refused, and none but those in the market is known. */
  private void requireAll(Path place) throws Exception {
    List<Path> before = everything();
    try (Market market = Markets.open(place.toString(), Adjust.AUTO, Optional.of(top))) {
      assertThat(market.symbols()).containsAll(STRANGE).containsAll(UNSEEN);
      for (int i = 0; i < STRANGE.size(); i++) {
        assertThat(close(market, STRANGE.get(i))).as(STRANGE.get(i)).isEqualTo(i + 1);
      }
      for (String unseen : UNSEEN) {
        assertThatThrownBy(() -> close(market, unseen))
            .isInstanceOf(MarketException.class)
            .hasMessageContaining("characters that cannot be seen")
            .satisfies(refused -> assertThat(PlainText.isPlain(refused.getMessage())).isTrue());
      }
      for (String foreign : List.of("../secret", "x", "' OR '1'='1", "A*", "\0")) {
        assertThatThrownBy(() -> close(market, foreign)).isInstanceOf(MarketException.class);
      }
    }
    assertThat(everything()).isEqualTo(before);
  }

  private List<Path> everything() throws Exception {
    try (var tree = Files.walk(top)) {
      return tree.filter(file -> !file.toString().endsWith(".index")).sorted().toList();
    }
  }

  private List<StoredBar> all() {
    List<StoredBar> rows = new ArrayList<>();
    for (int i = 0; i < STRANGE.size(); i++) {
      rows.addAll(rows(i + 1, STRANGE.get(i)));
    }
    UNSEEN.forEach(unseen -> rows.addAll(rows(1, unseen)));
    return rows;
  }

  @Test
  void inAColumnOfAParquetFile() throws Exception {
    Path file = market().resolve("bars.parquet");
    ParquetSample.manySymbols().write(file, all());
    ParquetSample.oneSymbol().write(top.resolve("in/x.parquet"), rows(666, "x"));
    requireAll(file);
  }

  @Test
  void asNamesOfFiles() throws Exception {
    Path folder = market();
    ParquetSample.oneSymbol().write(top.resolve("in/x.parquet"), rows(666, "x"));
    for (int i = 0; i < STRANGE.size(); i++) {
      write(folder, STRANGE.get(i), i + 1);
    }
    for (String unseen : UNSEEN) {
      write(folder, unseen, 1);
    }
    requireAll(folder);
  }

  private void write(Path folder, String symbol, double close) throws Exception {
    Path file = folder.resolve(encoded(symbol) + ".parquet");
    ParquetSample.oneSymbol().write(file, rows(close, symbol));
  }

  private static String encoded(String symbol) {
    StringBuilder name = new StringBuilder();
    for (byte b : symbol.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      name.append("%%%02X".formatted(b));
    }
    return name.toString();
  }

  @Test
  void asPartitions() throws Exception {
    Path folder = market();
    for (int i = 0; i < STRANGE.size(); i++) {
      ParquetSample.oneSymbol()
          .write(
              folder.resolve("symbol=" + encoded(STRANGE.get(i)) + "/a.parquet"),
              rows(i + 1, STRANGE.get(i)));
    }
    for (String unseen : UNSEEN) {
      ParquetSample.oneSymbol()
          .write(folder.resolve("symbol=" + encoded(unseen) + "/a.parquet"), rows(1, unseen));
    }
    requireAll(folder);
  }

  /**
   * Escapes are how a file says NUL, a separator or a line end; the file system has no such name.
   */
  @Test
  void anEscapedNameIsNoPath() throws Exception {
    Path folder = market();
    ParquetSample.oneSymbol().write(top.resolve("in/secret.parquet"), rows(666, "S"));
    ParquetSample.oneSymbol().write(folder.resolve("%2E%2E%2Fsecret.parquet"), rows(5, "S"));
    ParquetSample.oneSymbol().write(folder.resolve("A%00.parquet"), rows(6, "S"));
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThat(close(market, "../secret")).isEqualTo(5);
      assertThatThrownBy(() -> close(market, "secret")).isInstanceOf(MarketException.class);
      assertThatThrownBy(() -> close(market, "A\0")).hasMessageContaining("A\\u0000");
    }
  }

  @Test
  void inAnSqliteTableWithAHostileNameAndColumns() throws Exception {
    for (String key : new String[] {"", ", PRIMARY KEY (\"symbol\"\"'\", \"da\"\"te\")"}) {
      Path file = market().resolve(key.isEmpty() ? "scan.db" : "key.db");
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE victim (x)");
        String table = "\"bars\"\"; DROP TABLE victim; --\"";
        statement.execute(
            "CREATE TABLE %s (\"symbol\"\"'\" TEXT, \"da\"\"te\" TEXT, \"clo\"\"se); --\" REAL%s)"
                .formatted(table, key));
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)")) {
          for (StoredBar row : all()) {
            insert.setString(1, row.symbol());
            insert.setString(2, DAY.toString());
            insert.setDouble(3, row.close());
            insert.execute();
          }
        }
      }
      requireAll(file);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.executeQuery("SELECT * FROM victim").close();
      }
    }
  }

  @Test
  void aNameLongerThanAnySymbolIsRefused() throws Exception {
    Path file = market().resolve("bars.parquet");
    ParquetSample.manySymbols().write(file, rows(1, "X".repeat(300)));
    assertThatThrownBy(
            () -> {
              try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
                market.symbols();
              }
            })
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("at most 100 are possible");
  }
}
