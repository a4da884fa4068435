package nightshift.io.market;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * An SQLite file opened for reading alone, by one connection for each thread that reads at the
 * moment. SQLite never creates or changes a file here.
 */
final class SqliteFile implements AutoCloseable {
  /** Where the header says which journal the file is written with, and what stands for WAL. */
  private static final int JOURNAL_OFFSET = 18;

  private static final int WAL = 2;

  /**
   * Pages that a connection keeps, of which there is one a worker: the inner pages of an index of
   * ten million rows, and what one symbol takes. The rest is the system's cache, outside the
   * process, which gives way; mapped into the process, it would count as the process's.
   */
  private static final int CACHE_KIBIBYTES = 2 << 10;

  /** A longer text is no symbol, date or number, and is not loaded. */
  private static final int VALUE_BYTES = 1 << 20;

  private final Path path;
  private final String url;
  private final Queue<SqliteSession> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  SqliteFile(Path path) throws MarketException {
    this.path = path;
    try {
      String mode = isRestingWal(path) ? "immutable=1" : "mode=ro";
      this.url = "jdbc:sqlite:file:" + path.toUri().getRawPath() + "?" + mode;
    } catch (IOException unread) {
      throw MarketException.of(path + " cannot be read", unread);
    }
  }

  /**
   * Whether the file is in write-ahead mode, but nobody has it open. SQLite would put two files
   * beside it even for a reader; taken as unchangeable, it does not.
   */
  private static boolean isRestingWal(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(JOURNAL_OFFSET);
      return file.read() == WAL && !hasLog(path);
    }
  }

  private static boolean hasLog(Path path) throws IOException {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    return Files.exists(log) && Files.size(log) > 0;
  }

  /** Whether rows may have changed that are not in the file itself yet. */
  boolean isUnderWay() {
    try {
      return hasLog(path);
    } catch (IOException unseen) {
      // Its size could not be asked for: somebody has just put it there, or taken it away.
      return true;
    }
  }

  /** What is done with a session. */
  @FunctionalInterface
  interface Work<T> {
    T apply(SqliteSession session) throws SQLException, MarketException;
  }

  /**
   * Does some work with a session that no other thread has at the time.
   *
   * @throws MarketException as the work does, or naming the file when SQLite fails
   */
  <T> T with(Work<T> work) throws MarketException {
    SqliteSession session = null;
    try {
      session = idle.poll();
      if (session == null) {
        session = connect();
      }
      session.budget().renew();
      return work.apply(session);
    } catch (SQLException broken) {
      if (session != null && session.budget().isSpent()) {
        throw new MarketException(
            path + " cannot be read: its pages lead to each other, so that reading never ends");
      }
      throw MarketException.of(path + " cannot be read", broken);
    } finally {
      putBack(session);
    }
  }

  private SqliteSession connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setCacheSize(-CACHE_KIBIBYTES);
    config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
    config.setTempStore(SQLiteConfig.TempStore.FILE);
    Connection connection = config.createConnection(url);
    try {
      connection
          .unwrap(SQLiteConnection.class)
          .setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, VALUE_BYTES);
      distrust(connection);
      return new SqliteSession(connection, StepBudget.of(connection, bytes()));
    } catch (SQLException unusable) {
      connection.close();
      throw unusable;
    }
  }

  /** What a file says of itself calls no function that could do more than compute. */
  private static void distrust(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
    }
  }

  private long bytes() throws SQLException {
    try {
      Path log = path.resolveSibling(path.getFileName() + "-wal");
      return Files.size(path) + (Files.exists(log) ? Files.size(log) : 0);
    } catch (IOException unseen) {
      throw new SQLException("its size cannot be told: " + unseen.getMessage(), unseen);
    }
  }

  private void putBack(SqliteSession session) throws MarketException {
    if (session != null) {
      idle.add(session);
      if (closed) {
        closeIdle();
      }
    }
  }

  private void closeIdle() throws MarketException {
    for (SqliteSession next = idle.poll(); next != null; next = idle.poll()) {
      try {
        next.close();
      } catch (SQLException unclosed) {
        throw MarketException.of(path + " cannot be closed", unclosed);
      }
    }
  }

  @Override
  public void close() throws MarketException {
    closed = true;
    closeIdle();
  }
}
