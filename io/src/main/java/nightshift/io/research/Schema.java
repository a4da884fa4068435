package nightshift.io.research;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of a research database. Each version is a file of SQL beside this class: the first
 * creates everything, each later one changes what the one before left. A database says in {@code
 * nightshift_schema} which it has.
 */
final class Schema {
  /** The version that this program writes. */
  static final int VERSION = 6;

  private Schema() {}

  /** Brings a database, which may be empty, to this program's version in one transaction. */
  static void createOrMigrate(Connection connection, Path path) throws SQLException, IOException {
    int version = version(connection);
    if (version > VERSION) {
      throw new ResearchException(
          "the research database "
              + path
              + " has schema version "
              + version
              + ", this program knows versions up to "
              + VERSION
              + "; use a newer Nightshift");
    }
    if (version == VERSION) {
      return;
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (int next = version + 1; next <= VERSION; next++) {
        for (String sql : statements(next)) {
          statement.executeUpdate(sql);
        }
      }
      statement.executeUpdate("DELETE FROM nightshift_schema");
      statement.executeUpdate("INSERT INTO nightshift_schema (version) VALUES (" + VERSION + ")");
      connection.commit();
    } catch (SQLException | IOException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /**
   * Fails unless a database has this program's tables, and says what to do where it has not.
   *
   * @throws SQLException when it cannot be read, for it is damaged
   */
  static void requireCurrent(Connection connection, Path path)
      throws SQLException, ResearchException {
    int version = version(connection);
    if (version == VERSION) {
      return;
    }
    if (version == 0) {
      throw new ResearchException(
          hasTables(connection)
              ? path
                  + " is an SQLite database, but not a research database of Nightshift;"
                  + " name yours with --research=FILE"
              : "the research database "
                  + path
                  + " has no tables yet; name yours with --research=FILE, or make one: nightshift run");
    }
    throw new ResearchException(
        "the research database "
            + path
            + " has schema version "
            + version
            + ", this program reads version "
            + VERSION
            + (version > VERSION
                ? "; use a newer Nightshift"
                : "; a run brings it up to date and keeps what is in it: nightshift run --research="
                    + path));
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM sqlite_master")) {
      return row.getLong(1) > 0;
    }
  }

  /** The version that a database has; 0 when it is empty. */
  private static int version(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, null, "nightshift_schema", null)) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM nightshift_schema")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static List<String> statements(int version) throws IOException {
    try (InputStream in = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
      String sql =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("--.*", ""))
              .collect(Collectors.joining("\n"));
      return Arrays.stream(sql.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
  }
}
