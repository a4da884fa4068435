package nightshift.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads closes through DuckDB's JDBC driver into an array for each file, in several ways of which
 * the best one counts: DuckDB keeps the order of files and rows unless it is told otherwise.
 */
final class DuckDb implements AutoCloseable {
  private final Connection connection;

  DuckDb() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** A literal list of files. */
  static String list(List<Path> files) {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** All files in one statement; the number of a row's file tells where the next one begins. */
  List<double[]> inFileOrder(String files, String where) throws SQLException {
    String sql =
        "SELECT close, file_index::INTEGER FROM read_parquet(%s) %s".formatted(files, where);
    List<double[]> symbols = new ArrayList<>();
    double[] values = new double[4096];
    int size = 0;
    int before = -1;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        double close = rows.getDouble(1);
        int file = rows.getInt(2);
        if (file != before && size > 0) {
          symbols.add(Arrays.copyOf(values, size));
          size = 0;
        }
        before = file;
        if (size == values.length) {
          values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = close;
      }
    }
    symbols.add(Arrays.copyOf(values, size));
    return symbols;
  }

  /** All files in one statement, which sorts by file and date. */
  List<double[]> sorted(String files, String where) throws SQLException {
    String sql =
        "SELECT close, filename FROM read_parquet(%s, filename=true) %s ORDER BY filename, date"
            .formatted(files, where);
    List<double[]> symbols = new ArrayList<>();
    double[] values = new double[4096];
    int size = 0;
    String before = null;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        double close = rows.getDouble(1);
        String file = rows.getString(2);
        if (before != null && !file.equals(before)) {
          symbols.add(Arrays.copyOf(values, size));
          size = 0;
        }
        before = file;
        if (size == values.length) {
          values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = close;
      }
    }
    symbols.add(Arrays.copyOf(values, size));
    return symbols;
  }

  /** A statement for each file. */
  List<double[]> oneByOne(List<Path> files, String where) throws SQLException {
    List<double[]> symbols = new ArrayList<>();
    double[] values = new double[4096];
    for (Path file : files) {
      int size = 0;
      String sql =
          "SELECT close FROM read_parquet(%s) %s ORDER BY date"
              .formatted(list(List.of(file)), where);
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
          }
          values[size++] = rows.getDouble(1);
        }
      }
      symbols.add(Arrays.copyOf(values, size));
    }
    return symbols;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
