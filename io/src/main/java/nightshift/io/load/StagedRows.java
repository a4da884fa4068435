package nightshift.io.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nightshift.io.market.MarketException;

/**
 * Rows that come in no useful order, parked on disk until they can be taken out symbol by symbol.
 * Writing and sorting are sequential, and memory is that of SQLite's cache, however many rows there
 * are.
 */
final class StagedRows implements AutoCloseable {
  /** Takes one staged row; the array is filled again for the next one. */
  interface Taker {
    void row(String symbol, int day, String file, long line, double[] cells) throws MarketException;
  }

  private static final int CACHE_KIB = 32 << 10;

  private final Path file;
  private final Connection connection;
  private final PreparedStatement insert;

  StagedRows(Path folder) throws MarketException {
    file = folder.resolve("rows");
    try {
      connection = SqliteWriter.open(file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA synchronous = OFF");
        statement.execute("PRAGMA temp_store = FILE");
        statement.execute("PRAGMA cache_size = -" + CACHE_KIB);
        statement.execute(
            "CREATE TABLE staged (symbol TEXT, day INTEGER, file TEXT, line INTEGER,"
                + " open REAL, high REAL, low REAL, close REAL, volume REAL, adjusted REAL)");
      }
      connection.setAutoCommit(false);
      insert = connection.prepareStatement("INSERT INTO staged VALUES (?,?,?,?,?,?,?,?,?,?)");
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  void add(String symbol, int day, String from, long line, double[] cells) throws MarketException {
    try {
      insert.setString(1, symbol);
      insert.setInt(2, day);
      insert.setString(3, from);
      insert.setLong(4, line);
      for (int column = 0; column < cells.length; column++) {
        // NaN is stored as NULL.
        insert.setDouble(5 + column, cells[column]);
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Keeps what was added since the last call. */
  void keep() throws MarketException {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Forgets what was added since the last call of {@link #keep}. */
  void forget() throws MarketException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  int symbols() throws MarketException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(DISTINCT symbol) FROM staged")) {
      return count.getInt(1);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Hands out all rows by symbol, then day, then in the order in which they were added. */
  void take(Taker taker) throws MarketException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT * FROM staged ORDER BY symbol, day, rowid")) {
      double[] cells = new double[RowBuffer.COLUMNS];
      while (rows.next()) {
        for (int column = 0; column < cells.length; column++) {
          double value = rows.getDouble(5 + column);
          cells[column] = rows.wasNull() ? Double.NaN : value;
        }
        taker.row(rows.getString(1), rows.getInt(2), rows.getString(3), rows.getLong(4), cells);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() throws MarketException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private MarketException failure(SQLException e) {
    return new MarketException(
        "cannot park rows in " + file + ": " + e.getMessage() + "; is the disk full?", e);
  }
}
