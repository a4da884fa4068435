package nightshift.io.market;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The table of an SQLite file that has bars.
 *
 * @param name its name
 * @param columns its columns by meaning; symbol, date and close are always there
 * @param hasRowid whether rows have a number that tells which one came later
 */
record BarTable(String name, Map<Field, String> columns, boolean hasRowid) {
  private static final List<Field> NEEDED = List.of(Field.SYMBOL, Field.DATE, Field.CLOSE);

  private static final String TABLES =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
          + " ESCAPE '\\' ORDER BY name";
  private static final String COLUMNS = "SELECT name FROM pragma_table_info(?) ORDER BY cid";

  /**
   * Finds the table: the one called {@code bars}, or else the one with the most columns of bars.
   *
   * @throws MarketException when no table has bars, or it cannot be told which one is meant
   */
  static BarTable find(Path path, Connection connection) throws SQLException, MarketException {
    List<String> names = strings(connection, TABLES, null);
    List<BarTable> fitting = new ArrayList<>();
    for (String name : names) {
      Map<Field, String> columns = Field.among(strings(connection, COLUMNS, name));
      if (columns.keySet().containsAll(NEEDED)) {
        fitting.add(new BarTable(name, columns, hasRowid(connection, name)));
      }
    }
    if (fitting.isEmpty()) {
      throw new MarketException(
          path
              + " has no table with bars: expected one with columns for symbol, date and close, "
              + (names.isEmpty() ? "it has no table" : "its tables are " + names));
    }
    fitting.sort(Comparator.comparingInt(BarTable::fitness).reversed());
    if (fitting.size() > 1 && fitting.get(0).fitness() == fitting.get(1).fitness()) {
      List<String> tables = fitting.stream().map(BarTable::name).toList();
      throw new MarketException(
          path + " has several tables with bars, " + tables + "; call the one that is meant bars");
    }
    return fitting.get(0);
  }

  private static List<String> strings(Connection connection, String sql, String parameter)
      throws SQLException {
    List<String> values = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (parameter != null) {
        statement.setString(1, parameter);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
    }
    return values;
  }

  private static boolean hasRowid(Connection connection, String table) throws SQLException {
    String sql = "SELECT count(*) FROM pragma_table_list(?) WHERE wr = 0";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getInt(1) > 0;
      }
    }
  }

  private int fitness() {
    return name.equalsIgnoreCase("bars") ? Integer.MAX_VALUE : columns.size();
  }

  /** The quoted name of the table. */
  String quoted() {
    return quoted(name);
  }

  /** The quoted column of a field. */
  String quoted(Field field) {
    return quoted(columns.get(field));
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The fields of prices and volume that the table has. */
  List<Field> values() {
    return Field.numbers().filter(columns::containsKey).toList();
  }

  /** The end of a statement: in the order of the table, which decides between rows of one day. */
  String inOrder() {
    return hasRowid ? " ORDER BY rowid" : "";
  }

  /** Whether an index finds the rows of one symbol. */
  boolean isIndexed(Connection connection) throws SQLException {
    String sql =
        "EXPLAIN QUERY PLAN SELECT %s FROM %s WHERE %s = 'A'"
            .formatted(quoted(Field.DATE), quoted(), quoted(Field.SYMBOL));
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery(sql)) {
      return plan.next() && plan.getString("detail").startsWith("SEARCH");
    }
  }

  /** The statement that would make the index which is missing. */
  String indexStatement() {
    return "CREATE INDEX %s ON %s (%s, %s)"
        .formatted(
            quoted(name + "_symbol_date"), quoted(), quoted(Field.SYMBOL), quoted(Field.DATE));
  }
}
