package nightshift.io.market;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Walks over a whole table, for tables of which no index finds the rows of a symbol: each walk
 * serves all symbols. What is kept is some hundred bytes for each symbol, whatever the rows.
 */
final class SqliteScan implements RowsBySymbol.Part {
  /** Rows that are handed on at a time. */
  private static final int BLOCK_ROWS = 1 << 15;

  private final SqliteFile file;
  private final BarTable table;
  private Map<String, SqliteDays> days;
  private Map<String, YearCounts> counts;

  SqliteScan(SqliteFile file, BarTable table) {
    this.file = file;
    this.table = table;
  }

  /** How the dates of each symbol are encoded. */
  synchronized Map<String, SqliteDays> days() throws MarketException {
    if (days == null) {
      Map<String, SqliteDates> seen = new HashMap<>();
      walk(
          List.of(),
          (symbol, rows) ->
              seen.computeIfAbsent(symbol, name -> new SqliteDates()).add(rows.getObject(2)));
      Map<String, SqliteDays> found = new HashMap<>();
      seen.forEach((symbol, dates) -> found.put(symbol, dates.days()));
      days = found;
    }
    return days;
  }

  /** The rows of each symbol by year. */
  synchronized Map<String, YearCounts> counts() throws MarketException {
    if (counts == null) {
      Map<String, SqliteDays> known = days();
      Map<String, YearCounts> found = new HashMap<>();
      List<Field> fields = table.values();
      walk(
          fields,
          (symbol, rows) -> {
            SqliteDays encoding = known.get(symbol);
            if (encoding != null) {
              int day = encoding.day(rows, 2);
              found
                  .computeIfAbsent(symbol, name -> new YearCounts())
                  .add(day, fingerprint(rows, day, 3, fields.size()));
            }
          });
      counts = found;
    }
    return counts;
  }

  /**
   * What stands for a row.
   *
   * @param first the column of the first value
   */
  static long fingerprint(ResultSet rows, int day, int first, int values) throws SQLException {
    long row = day;
    for (int i = 0; i < values; i++) {
      double value = rows.getDouble(first + i);
      row = Fingerprint.withValue(row, value == 0 && rows.wasNull() ? Double.NaN : value);
    }
    return row;
  }

  @Override
  public boolean mayHave(String symbol, DayRange range) throws MarketException {
    return days().containsKey(symbol);
  }

  @Override
  public void copy(Map<String, Integer> ranks, SymbolScratch into) throws MarketException {
    Map<String, SqliteDays> known = days();
    List<Field> fields = into.fields().stream().filter(table.columns()::containsKey).toList();
    SymbolRows block = new SymbolRows(into.fields(), BLOCK_ROWS);
    walk(
        fields,
        (symbol, rows) -> {
          Integer rank = ranks.get(symbol);
          SqliteDays encoding = known.get(symbol);
          if (rank == null || encoding == null) {
            return;
          }
          if (block.size() == BLOCK_ROWS) {
            into.add(block);
            block.clear();
          }
          int row = block.add(rank, encoding.day(rows, 2));
          for (int i = 0; i < fields.size(); i++) {
            double value = rows.getDouble(i + 3);
            if (value != 0 || !rows.wasNull()) {
              block.column(fields.get(i))[row] = value;
            }
          }
        });
    if (block.size() > 0) {
      into.add(block);
    }
  }

  /** Is told one row, of which the symbol is column 1, the date column 2. */
  @FunctionalInterface
  private interface Visitor {
    void visit(String symbol, ResultSet rows) throws SQLException, MarketException;
  }

  /** Visits all rows that have a symbol, in the order of the table, which needs no sorting. */
  private void walk(List<Field> fields, Visitor visitor) throws MarketException {
    String columns =
        String.join(
            ", ",
            Stream.concat(Stream.of(Field.SYMBOL, Field.DATE), fields.stream())
                .map(table::quoted)
                .toList());
    String sql = "SELECT " + columns + " FROM " + table.quoted() + table.inOrder();
    file.with(
        session -> {
          PreparedStatement statement = session.prepare(sql);
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              String symbol = rows.getString(1);
              if (symbol != null) {
                visitor.visit(symbol, rows);
              }
            }
          }
          return table;
        });
  }
}
