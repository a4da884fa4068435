package nightshift.pipelines;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Everything in a research database that has to repeat exactly, as sorted lines. */
final class Dump {
  private static final List<String> TABLES =
      List.of(
          "units",
          "fitness",
          "generations",
          "trials",
          "fronts",
          "symbol_fitness",
          "daily_returns",
          "verdicts",
          "baselines",
          "stability",
          "pairs",
          "quarantine");

  private Dump() {}

  /** Prints the result tables of a database, for comparing two machines. */
  public static void main(String[] database) throws SQLException {
    of(Path.of(database[0])).forEach(System.out::println);
  }

  /** All result tables, quarantine included. */
  static List<String> of(Path database) throws SQLException {
    return of(database, TABLES);
  }

  /**
   * The result tables alone, under one name of the run: the same from every kind of store, of which
   * each has a run of its own.
   */
  static List<String> results(Path database) throws SQLException {
    List<String> runs = query(database, "SELECT run_id FROM runs");
    return of(database, TABLES.subList(0, TABLES.size() - 1)).stream()
        .map(line -> runs.stream().reduce(line, (text, run) -> text.replace(run, "run")))
        .sorted()
        .toList();
  }

  private static List<String> of(Path database, List<String> tables) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String table : tables) {
      query(database, "SELECT * FROM " + table).stream()
          .map(row -> table + "|" + row)
          .sorted()
          .forEach(lines::add);
    }
    return lines;
  }

  private static String text(Object value) {
    return value instanceof Double d
        ? Double.toHexString(d)
        : value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }

  /** Rows with cells between bars; numbers in full. */
  static List<String> query(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          Object value = rows.getObject(i);
          cells.add(text(value));
        }
        lines.add(String.join("|", cells));
      }
      return lines;
    }
  }
}
