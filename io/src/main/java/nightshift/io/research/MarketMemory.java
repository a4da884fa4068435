package nightshift.io.research;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the database knows of a market from earlier runs. The caller owns the transaction. */
final class MarketMemory {
  private final Connection connection;
  private final String location;

  MarketMemory(Connection connection, String location) {
    this.connection = connection;
    this.location = location;
  }

  /** What has changed of some symbols; those that no run has looked at have not. */
  MarketChange compare(Map<String, Long> contents) throws SQLException {
    TreeSet<String> changed = new TreeSet<>();
    String since = "";
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT symbol, content, seen_at FROM market_symbols WHERE market_location = ?")) {
      UnitWriter.fill(statement, location);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Long now = contents.get(row.getString(1));
          if (now != null && now != row.getLong(2)) {
            changed.add(row.getString(1));
            since = row.getString(3).compareTo(since) > 0 ? row.getString(3) : since;
          }
        }
      }
    }
    return new MarketChange(List.copyOf(changed), since);
  }

  /** Remembers what they are now. */
  void remember(Map<String, Long> contents, String now) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO market_symbols (market_location, symbol, content, seen_at)
            VALUES (?, ?, ?, ?) ON CONFLICT (market_location, symbol)
            DO UPDATE SET content = excluded.content, seen_at = excluded.seen_at""")) {
      for (Map.Entry<String, Long> symbol : contents.entrySet()) {
        UnitWriter.fill(statement, location, symbol.getKey(), symbol.getValue(), now);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
