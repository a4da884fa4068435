package nightshift.io.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import nightshift.io.market.MarketException;
import org.sqlite.SQLiteConfig;

/**
 * An SQLite file with the table {@code bars(symbol, date, open, high, low, close, volume)}, key
 * (symbol, date), date as text {@code YYYY-MM-DD}; a column {@code adj_close} is added with the
 * first symbol that has one. Without a rowid the rows of a symbol lie together in the order of
 * their dates, so a reader touches only the pages it wants.
 *
 * <p>Of two bars on one day the last is kept: the key allows no other.
 */
final class SqliteWriter implements MarketWriter {
  /** "NSMK": marks a file as a market store of Nightshift, in the header of the file. */
  static final int APPLICATION_ID = 0x4E534D4B;

  private static final int APPLICATION_ID_OFFSET = 68;
  private static final int ROWS_PER_TRANSACTION = 200_000;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Replacement replacement;
  private final Connection connection;
  private final Set<String> written = new HashSet<>();
  private boolean hasAdjustedClose;
  private int uncommitted;

  SqliteWriter(Path target) throws MarketException {
    requireReplaceable(target);
    replacement = Replacement.of(target);
    try {
      connection = open(replacement.store());
      createTable();
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      replacement.close();
      throw Replacement.failure("cannot create the SQLite file " + replacement.store(), e);
    }
  }

  /** A connection without the query for generated keys that the driver adds to each insert. */
  static Connection open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private void createTable() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Nothing to roll back to: the file is thrown away unless it is finished.
      statement.execute("PRAGMA journal_mode = OFF");
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute(
          "CREATE TABLE bars (symbol TEXT NOT NULL, date TEXT NOT NULL, open REAL, high REAL,"
              + " low REAL, close REAL, volume REAL, PRIMARY KEY (symbol, date)) WITHOUT ROWID");
    }
  }

  @Override
  public void write(SymbolBars bars) throws MarketException {
    if (!written.add(bars.symbol())) {
      throw new MarketException(bars.symbol() + " is in " + replacement.store() + " already");
    }
    try {
      if (bars.hasAdjustedClose() && !hasAdjustedClose) {
        addAdjustedClose();
      }
      insert(bars);
      uncommitted += bars.size();
      if (uncommitted >= ROWS_PER_TRANSACTION) {
        connection.commit();
        uncommitted = 0;
      }
    } catch (SQLException e) {
      throw Replacement.failure("cannot write " + bars.symbol() + " to " + replacement.store(), e);
    }
  }

  private void addAdjustedClose() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE bars ADD COLUMN adj_close REAL");
    }
    hasAdjustedClose = true;
  }

  private void insert(SymbolBars bars) throws SQLException {
    String sql =
        bars.hasAdjustedClose()
            ? "INSERT OR REPLACE INTO bars (symbol, date, open, high, low, close, volume, adj_close)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            : "INSERT OR REPLACE INTO bars (symbol, date, open, high, low, close, volume)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, bars.symbol());
      for (int bar = 0; bar < bars.size(); bar++) {
        insert.setString(2, LocalDate.ofEpochDay(bars.days()[bar]).toString());
        bind(insert, 3, bars.open()[bar]);
        bind(insert, 4, bars.high()[bar]);
        bind(insert, 5, bars.low()[bar]);
        bind(insert, 6, bars.close()[bar]);
        bind(insert, 7, bars.volume()[bar]);
        if (bars.hasAdjustedClose()) {
          bind(insert, 8, bars.adjustedClose()[bar]);
        }
        insert.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement insert, int index, double value) throws SQLException {
    if (Double.isNaN(value)) {
      insert.setNull(index, Types.REAL);
    } else {
      insert.setDouble(index, value);
    }
  }

  @Override
  public Path scratch() {
    return replacement.scratch();
  }

  @Override
  public void commit() throws MarketException {
    try {
      connection.commit();
      connection.close();
    } catch (SQLException e) {
      throw Replacement.failure("cannot finish " + replacement.store(), e);
    }
    replacement.commit();
  }

  @Override
  public void close() throws MarketException {
    try (replacement) {
      connection.close();
    } catch (SQLException e) {
      throw Replacement.failure("cannot close " + replacement.store(), e);
    }
  }

  private static void requireReplaceable(Path target) throws MarketException {
    if (!Files.exists(target)) {
      return;
    }
    if (!isOurs(target)) {
      throw new MarketException(
          target + " is there and no import wrote it; name a new file with --to, or move it away");
    }
    for (String journal : new String[] {"-wal", "-journal"}) {
      // Left beside a new file, SQLite would play it back into it.
      Path beside = target.resolveSibling(target.getFileName() + journal);
      if (Files.exists(beside)) {
        throw new MarketException(
            target + " is in use (" + beside + " exists); close the program that has it open");
      }
    }
  }

  private static boolean isOurs(Path target) throws MarketException {
    if (!Files.isRegularFile(target)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(target)) {
      byte[] header = in.readNBytes(APPLICATION_ID_OFFSET + Integer.BYTES);
      return header.length == APPLICATION_ID_OFFSET + Integer.BYTES
          && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
          && ByteBuffer.wrap(header).getInt(APPLICATION_ID_OFFSET) == APPLICATION_ID;
    } catch (IOException e) {
      throw Replacement.failure("cannot read " + target, e);
    }
  }
}
