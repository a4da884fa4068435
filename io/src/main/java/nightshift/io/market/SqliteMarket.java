package nightshift.io.market;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table of bars in an SQLite file, read by an index where there is one. */
final class SqliteMarket implements Market {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteMarket.class);

  /** About what SQLite needs for a number, a date or a short text, with its length. */
  private static final int BYTES_PER_VALUE = 9;

  private final Path path;
  private final SqliteFile file;
  private final BarTable table;
  private final boolean indexed;
  private final Adjust adjust;
  private final CoverageIndex index;

  /** How the dates of those symbols are encoded that were read before. */
  private final Map<String, SqliteDays> daysBySymbol = new ConcurrentHashMap<>();

  private SqliteMarket(
      Path path,
      SqliteFile file,
      BarTable table,
      boolean indexed,
      Adjust adjust,
      CoverageIndex index) {
    this.path = path;
    this.file = file;
    this.table = table;
    this.indexed = indexed;
    this.adjust = adjust;
    this.index = index;
  }

  /**
   * Finds the table, and warns when no index helps.
   *
   * @throws MarketException when it is no SQLite file, is damaged or has no table with bars
   */
  static SqliteMarket open(Path path, Adjust adjust, CoverageIndex index) throws MarketException {
    SqliteFile file = new SqliteFile(path);
    try {
      BarTable table = file.with(session -> BarTable.find(path, session.connection()));
      boolean indexed = file.with(session -> table.isIndexed(session.connection()));
      if (!indexed) {
        LOG.warn(
            "{}: no index on table {} helps to find a symbol, every read walks over the whole"
                + " table; this statement makes one: {};",
            path,
            table.name(),
            table.indexStatement());
      }
      return new SqliteMarket(path, file, table, indexed, adjust, index);
    } catch (MarketException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  @Override
  public String location() {
    return path.toString();
  }

  @Override
  public String kind() {
    return "SQLite table " + table.name();
  }

  @Override
  public List<String> symbols() throws MarketException {
    String distinct = indexed ? SymbolSql.steps(table) : SymbolSql.scan(table);
    Set<String> symbols = new TreeSet<>();
    file.with(
        session -> {
          try (Statement statement = session.connection().createStatement();
              ResultSet rows = statement.executeQuery(distinct)) {
            while (rows.next()) {
              symbols.add(rows.getString(1));
            }
          }
          return symbols;
        });
    return List.copyOf(symbols);
  }

  @Override
  public Coverage coverage(String symbol) throws MarketException {
    Optional<FileStamp> stamp = file.isUnderWay() ? Optional.empty() : index.stamp(path);
    Optional<Coverage> known = index.find(path, stamp, symbol);
    if (known.isPresent()) {
      return known.get();
    }
    Coverage coverage = file.with(session -> coverage(session, symbol));
    index.add(path, stamp, coverage);
    return coverage;
  }

  /** Looked up once a symbol: two steps through the index, which for a year's bars are a fifth. */
  private SqliteDays days(SqliteSession session, String symbol) throws SQLException {
    SqliteDays known = daysBySymbol.get(symbol);
    if (known == null) {
      known = SqliteDays.of(session, table, symbol);
      if (known.isOrdered()) {
        daysBySymbol.put(symbol, known);
      }
    }
    return known;
  }

  private Coverage coverage(SqliteSession session, String symbol)
      throws SQLException, MarketException {
    YearCounts counts = new YearCounts();
    SqliteDays days = days(session, symbol);
    String sql = select(EnumSet.noneOf(Field.class));
    PreparedStatement statement = session.prepare(sql);
    statement.setString(1, symbol);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        counts.add(days.day(rows, 1));
      }
    }
    if (counts.isEmpty()) {
      requireSymbol(session, symbol);
      throw new MarketException(symbol + " has no rows with a date in " + path);
    }
    // SQLite keeps a row together: whoever reads one column reads them all.
    long bytes = counts.rows() * table.columns().size() * BYTES_PER_VALUE;
    return counts.coverage(symbol, bytes);
  }

  @Override
  public BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
      throws MarketException {
    Set<Field> fields = BarCleaner.fieldsFor(columns, adjust);
    RawBars raw = new RawBars(path + ", table " + table.name(), fields);
    file.with(
        session -> {
          read(session, symbol, DayRange.of(from, to), raw);
          return raw;
        });
    return BarCleaner.clean(symbol, raw, columns);
  }

  private void read(SqliteSession session, String symbol, DayRange range, RawBars raw)
      throws SQLException, MarketException {
    SqliteDays days = days(session, symbol);
    List<Field> fields = raw.fields().stream().filter(table.columns()::containsKey).toList();
    fields.forEach(raw::markStored);
    List<Object> bounds = days.bounds(range);
    String sql = select(fields) + (bounds.isEmpty() ? "" : between()) + order();
    PreparedStatement statement = session.prepare(sql);
    statement.setString(1, symbol);
    for (int i = 0; i < bounds.size(); i++) {
      statement.setObject(i + 2, bounds.get(i));
    }
    RowBlock block = new RowBlock(raw, fields);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        int day = days.day(rows, 1);
        if (range.takes(day)) {
          block.add(day);
          readNumbers(rows, fields.size(), block);
        }
      }
    }
    block.flush();
    if (raw.size() == 0) {
      requireSymbol(session, symbol);
    }
  }

  private static void readNumbers(ResultSet rows, int fields, RowBlock block) throws SQLException {
    for (int i = 0; i < fields; i++) {
      double value = rows.getDouble(i + 2);
      // Null comes as 0; asking whether it is one takes as long as the value.
      block.set(i, value == 0 && rows.wasNull() ? Double.NaN : value);
    }
  }

  private String select(Iterable<Field> fields) {
    StringJoiner columns = new StringJoiner(", ");
    columns.add(table.quoted(Field.DATE));
    fields.forEach(field -> columns.add(table.quoted(field)));
    String where = " WHERE " + table.quoted(Field.SYMBOL) + " = ?";
    return "SELECT " + columns + " FROM " + table.quoted() + where;
  }

  /** Leaves out rows without a date, which belong to no slice. */
  private String between() {
    String date = table.quoted(Field.DATE);
    return " AND " + date + " >= ? AND " + date + " < ?";
  }

  /** The order of the store, which decides between two rows of one day. */
  private String order() {
    return table.hasRowid() ? " ORDER BY rowid" : "";
  }

  private void requireSymbol(SqliteSession session, String symbol)
      throws SQLException, MarketException {
    String sql =
        "SELECT 1 FROM %s WHERE %s = ? LIMIT 1"
            .formatted(table.quoted(), table.quoted(Field.SYMBOL));
    PreparedStatement statement = session.prepare(sql);
    statement.setString(1, symbol);
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new MarketException("no symbol " + symbol + " in " + location());
      }
    }
  }

  /** One: the SQLite file, which is open from the start. */
  @Override
  public int filesOpened() {
    return 1;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (MarketException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
