package nightshift.io.market;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection to an SQLite file with the statements that were prepared on it: a slice takes less
 * time than preparing its statements. For one thread at a time.
 */
final class SqliteSession implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private final StepBudget budget;

  SqliteSession(Connection connection, StepBudget budget) {
    this.connection = connection;
    this.budget = budget;
  }

  /** How much work may be done at a time. */
  StepBudget budget() {
    return budget;
  }

  Connection connection() {
    return connection;
  }

  /**
   * A statement, kept until the session is closed: whoever uses it closes its results, not itself.
   *
   * @param sql of which there are few, whatever the symbols: one for each choice of columns
   */
  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  /** Closes the connection, and with it the statements. */
  @Override
  public void close() throws SQLException {
    prepared.clear();
    connection.close();
  }
}
