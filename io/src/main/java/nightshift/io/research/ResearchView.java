package nightshift.io.research;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A research database as somebody looks at it who is no part of a run: one state of it, however
 * much is asked, a row in memory at a time, and nothing created beside it, not even the log and the
 * index that SQLite makes when a database is opened in the usual way.
 *
 * <p>While a run writes, its log is there, and SQLite's own snapshot is what one sees. With no log
 * there nobody writes, and the file is read as one that does not change; should a run begin
 * meanwhile, that is noticed in the end, and everything is read again ({@link #read}).
 */
public final class ResearchView {
  /**
   * A run that begins while we look makes a second time necessary; more would be a strange night.
   */
  private static final int TIMES = 5;

  private final SqliteFile file;
  private final Connection connection;

  private ResearchView(SqliteFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * What is made of a database.
   *
   * @param <T> of what kind that is
   */
  public interface Reading<T> {
    /** Looks at it; may be called more than once, and the last result counts. */
    T of(ResearchView view) throws IOException;
  }

  /**
   * Takes one row.
   *
   * @param <T> what it is made into
   */
  public interface Reader<T> {
    T read(ResearchRow row) throws ResearchException;
  }

  /** Does something with one row. */
  public interface Visitor {
    void visit(ResearchRow row) throws ResearchException;
  }

  /**
   * Reads the database at a path.
   *
   * @throws ResearchException when there is none, it is empty, somebody else's, damaged, or of
   *     another schema version; the message says what to do
   */
  public static <T> T read(Path path, Reading<T> reading) throws IOException {
    SqliteFile file = new SqliteFile(path);
    file.requireReadable();
    for (int time = 1; ; time++) {
      FileState before = FileState.of(file.path());
      try {
        T result = once(file, before, reading);
        if (before.holds()) {
          return result;
        }
      } catch (IOException e) {
        // What is read of a file that changes under one's hands may look damaged.
        if (before.holds() || time == TIMES) {
          throw e;
        }
      }
      if (time == TIMES) {
        throw new ResearchException(
            "the research database " + file.path() + " kept changing; try again in a minute");
      }
    }
  }

  private static <T> T once(SqliteFile file, FileState before, Reading<T> reading)
      throws IOException {
    try (Connection connection = before.isWritten() ? file.openReadOnly() : file.openUnchanging()) {
      Schema.requireCurrent(connection, file.path());
      // All that is asked in one transaction sees the same state.
      connection.setAutoCommit(false);
      try {
        return reading.of(new ResearchView(file, connection));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw file.failed("read", e);
    }
  }

  /** The absolute path of the file. */
  public Path path() {
    return file.path();
  }

  /** Visits the rows of a query in their order; it has a {@code ?} for each value. */
  public void each(String sql, Visitor visitor, Object... values) throws ResearchException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        ResearchRow row = new ResearchRow(file, rows);
        while (rows.next()) {
          visitor.visit(row);
        }
      }
    } catch (SQLException e) {
      throw file.failed("read", e);
    }
  }

  /** The rows of a query that has few. */
  public <T> List<T> list(String sql, Reader<T> reader, Object... values) throws ResearchException {
    List<T> found = new ArrayList<>();
    each(sql, row -> found.add(reader.read(row)), values);
    return found;
  }

  /** The first row of a query; empty when it has none. */
  public <T> Optional<T> first(String sql, Reader<T> reader, Object... values)
      throws ResearchException {
    return list(sql + " LIMIT 1", reader, values).stream().findFirst();
  }

  /** The whole number that a query gives, a count say. */
  public long count(String sql, Object... values) throws ResearchException {
    return first(sql, row -> row.whole(1), values).orElse(0L);
  }
}
