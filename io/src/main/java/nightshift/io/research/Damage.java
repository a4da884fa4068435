package nightshift.io.research;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Finds out whether the file of a research database is damaged, and puts a damaged one aside: it is
 * renamed, never written to, with the two files that SQLite keeps beside it.
 */
final class Damage {
  /**
   * Up to here the indexes are compared with the tables too, which takes two to three times as
   * long.
   */
  private static final long COMPARED_BYTES = 16L << 20;

  private static final int HEADER = 16;
  private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

  private final SqliteFile file;

  Damage(SqliteFile file) {
    this.file = file;
  }

  /**
   * What is wrong with the file, in SQLite's words; empty when nothing is, or when it is not there.
   *
   * @throws ResearchException when it cannot be looked at, which is no damage
   */
  Optional<String> find() throws ResearchException {
    if (!file.exists()) {
      return leftBehind()
          ? Optional.of("its log is there, but the database itself is not")
          : Optional.empty();
    }
    if (isBlank(file)) {
      return Optional.of("it begins with zeros");
    }
    if (!file.isSqlite()) {
      return Optional.empty();
    }
    try (Connection connection = file.openReadOnly();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(check())) {
      String found = row.getString(1);
      return found.equals("ok") ? Optional.empty() : Optional.of(oneLine(found));
    } catch (SQLException e) {
      if (is(e)) {
        return Optional.of(oneLine(e.getMessage()));
      }
      throw file.failed("check", e);
    } catch (IOException e) {
      throw file.failed("check", e);
    }
  }

  private String check() throws IOException {
    return Files.size(file.path()) <= COMPARED_BYTES
        ? "PRAGMA integrity_check(1)"
        : "PRAGMA quick_check(1)";
  }

  /** Whether SQLite failed because the file is damaged. */
  static boolean is(SQLException e) {
    int primary = e instanceof SQLiteException ours ? ours.getResultCode().code & 0xff : 0;
    return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** What a lost write of the first page leaves; nobody's own file looks like this. */
  static boolean isBlank(SqliteFile file) throws ResearchException {
    try (InputStream in = Files.newInputStream(file.path())) {
      for (byte b : in.readNBytes(HEADER)) {
        if (b != 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw file.failed("read", e);
    }
  }

  private boolean leftBehind() {
    Path log = beside(file.path(), "-wal");
    return Files.exists(log) && log.toFile().length() > 0;
  }

  private static Path beside(Path database, String ending) {
    return database.resolveSibling(database.getFileName() + ending);
  }

  /**
   * Gives the file, and those beside it, a name with the time, which nothing has yet.
   *
   * @return the new name of the database
   */
  Path setAside() throws ResearchException {
    String name = file.path().getFileName() + ".damaged-" + DATED.format(now());
    Path aside = file.path().resolveSibling(name);
    for (int n = 2; Files.exists(aside) || Files.exists(beside(aside, "-wal")); n++) {
      aside = file.path().resolveSibling(name + "-" + n);
    }
    try {
      if (Files.exists(file.path())) {
        Files.move(file.path(), aside);
      }
      for (String ending : BESIDE) {
        if (Files.exists(beside(file.path(), ending))) {
          Files.move(beside(file.path(), ending), beside(aside, ending));
        }
      }
      return aside;
    } catch (IOException e) {
      throw file.failed("set aside", e);
    }
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }
}
