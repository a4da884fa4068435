package nightshift.io.market;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** SQLite files. */
class SqliteMarketTest {
  private static final String COLUMNS =
      "symbol TEXT, date TEXT, open REAL, high REAL, low REAL, close REAL, adj_close REAL,"
          + " volume REAL";

  @Nested
  class WithAnIndex extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      List<StoredBar> byDate = rows.stream().sorted(Comparator.comparing(StoredBar::date)).toList();
      return write(
          folder.resolve("my market ?#1.db"),
          byDate,
          "CREATE TABLE bars (" + COLUMNS + ")",
          "CREATE INDEX by_symbol ON bars (symbol, date)");
    }
  }

  @Nested
  class WithoutAnIndex extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      return write(folder.resolve("bars.sqlite"), rows, "CREATE TABLE bars (" + COLUMNS + ")");
    }
  }

  @Nested
  class InWriteAheadMode extends MarketContract {
    @Override
    Path store(Path folder, List<StoredBar> rows) throws Exception {
      return write(
          folder.resolve("bars.db"),
          rows,
          "PRAGMA journal_mode = WAL",
          "CREATE TABLE bars (" + COLUMNS + ")",
          "CREATE INDEX by_symbol ON bars (symbol)");
    }
  }

  static Path write(Path file, List<StoredBar> rows, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO bars VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
        for (StoredBar row : rows) {
          insert.setString(1, row.symbol());
          insert.setString(2, row.date().toString());
          int at = 3;
          for (Field field : Field.numbers().toList()) {
            insert.setObject(at++, row.value(field));
          }
          insert.executeUpdate();
        }
      }
      connection.commit();
    }
    return file;
  }
}
