package nightshift.io.research;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file of a research database: is it there, is it ours, may it be written, open it. */
final class SqliteFile {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int BUSY_TIMEOUT_MILLIS = 30_000;

  /** An extended result code has what it extends in its lowest byte. */
  private static final int PRIMARY_CODE = 0xff;

  private static final int PERM = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;

  private static final String NAME_OR_RUN =
      "name yours with --research=FILE, or make one: nightshift run";

  private final Path path;

  SqliteFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  Path path() {
    return path;
  }

  /** Whether there is something to open; an empty file counts as nothing. */
  boolean exists() throws ResearchException {
    try {
      return Files.exists(path) && Files.size(path) > 0;
    } catch (IOException e) {
      throw new ResearchException(
          "cannot look at the research database " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Fails unless this file can be written as a research database, or created as one; a damaged one
   * is put aside before that. Nothing is created or changed.
   */
  void requireWritable() throws ResearchException {
    if (Files.isDirectory(path)) {
      throw new ResearchException(
          "the research database " + path + " is a folder; name a file in it with --research=FILE");
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw new ResearchException(
          "the research database "
              + path
              + " is read-only; make it writable or name another"
              + " with --research=FILE");
    }
    Path folder = path.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder == null || !Files.isDirectory(folder) || !canBeWritten(folder)) {
      throw new ResearchException(
          "the research database "
              + path
              + " cannot be created: "
              + folder
              + " is not a writable folder; name another with --research=FILE");
    }
    if (exists() && !Damage.isBlank(this)) {
      requireOursOrDamaged();
    }
  }

  private void requireOursOrDamaged() throws ResearchException {
    try {
      requireOurs();
    } catch (DamagedException putAsideLater) {
      // Whose it was can no longer be told. It is renamed, not overwritten.
    }
  }

  /** Found out by trying: what permissions say does not hold for a superuser, or on every mount. */
  private static boolean canBeWritten(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".nightshift", ""));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What went wrong with this file, in one line. */
  ResearchException failed(String what, Exception cause) {
    return new ResearchException(
        "cannot "
            + what
            + " the research database "
            + path
            + ": "
            + cause.getMessage()
            + (cause instanceof SQLiteException sqlite ? remedy(sqlite.getResultCode()) : ""),
        cause);
  }

  /** What to do about it; what was committed stays whatever it is. */
  private static String remedy(SQLiteErrorCode code) {
    return switch (code.code & PRIMARY_CODE) {
      case FULL, IOERR -> "; make room on that disk, and look whether it is sound";
      case READONLY, CANTOPEN, PERM -> "; may this user write that file and its folder?";
      case BUSY, LOCKED -> "; another program writes to it";
      default -> "";
    };
  }

  /** Fails unless the file, which exists, is a research database; opened read-only for this. */
  void requireOurs() throws ResearchException {
    requireSqlite();
    try (Connection connection = openReadOnly();
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "SELECT COUNT(*), SUM(name = 'nightshift_schema') FROM sqlite_master")) {
      if (tables.getLong(1) > 0 && tables.getLong(2) == 0) {
        throw new ResearchException(
            path
                + " is an SQLite database, but not a research database of Nightshift;"
                + " name another file with --research=FILE");
      }
    } catch (SQLException e) {
      String message = "cannot read the research database " + path + ": " + e.getMessage();
      throw Damage.is(e) ? new DamagedException(message, e) : new ResearchException(message, e);
    }
  }

  /**
   * Fails unless the file is a research database that can be looked at. Creates nothing, neither
   * the file nor one beside it.
   */
  void requireReadable() throws ResearchException {
    if (!Files.exists(path)) {
      throw new ResearchException("there is no research database at " + path + "; " + NAME_OR_RUN);
    }
    if (Files.isDirectory(path)) {
      throw new ResearchException(
          "the research database "
              + path
              + " is a folder; name the file in it with --research=FILE");
    }
    if (!Files.isReadable(path)) {
      throw new ResearchException(
          "the research database " + path + " cannot be read by this user; chmod or chown it");
    }
    if (!exists()) {
      throw new ResearchException(
          "the research database " + path + " is empty (0 bytes); " + NAME_OR_RUN);
    }
    if (Damage.isBlank(this)) {
      throw new ResearchException(
          "the research database "
              + path
              + " is damaged (it begins with zeros); the next run sets it aside");
    }
    requireSqlite();
  }

  private void requireSqlite() throws ResearchException {
    if (!isSqlite()) {
      throw new ResearchException(
          path + " is not an SQLite database; name another file with --research=FILE");
    }
  }

  /** Whether the file, which exists, begins as SQLite's do. */
  boolean isSqlite() throws ResearchException {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      throw new ResearchException(
          "cannot read the research database " + path + ": " + e.getMessage(), e);
    }
  }

  /** A connection that can neither create nor change anything. */
  Connection openReadOnly() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    return DriverManager.getConnection("jdbc:sqlite:" + path, config.toProperties());
  }

  /**
   * A read-only connection to a file that nobody writes; SQLite looks for no log, takes no lock and
   * makes no file beside it. What it gives is right only if the file did not change meanwhile.
   */
  Connection openUnchanging() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return DriverManager.getConnection(
        "jdbc:sqlite:file:" + path.toUri().getRawPath() + "?immutable=1", config.toProperties());
  }

  /** A connection for the one writer; creates the file and its folders. */
  Connection openForWriting() throws SQLException, IOException {
    Files.createDirectories(path.getParent());
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    return DriverManager.getConnection("jdbc:sqlite:" + path, config.toProperties());
  }
}
