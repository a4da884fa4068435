package nightshift.io.market;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nightshift.io.parquet.ReadLimits;
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

  /** These two are for a table without an index. */
  private final SqliteScan scan;

  private final RowsBySymbol scanned;

  /** How the dates of those symbols are encoded that were read before. */
  private final Map<String, SqliteDays> daysBySymbol = new ConcurrentHashMap<>();

  private SqliteMarket(
      Path path,
      SqliteFile file,
      BarTable table,
      boolean indexed,
      Adjust adjust,
      CoverageIndex index,
      ScratchFolder scratch) {
    this.path = path;
    this.file = file;
    this.table = table;
    this.indexed = indexed;
    this.adjust = adjust;
    this.index = index;
    this.scan = new SqliteScan(file, table);
    this.scanned = new RowsBySymbol(path.toString(), List.of(scan), this::symbols, scratch);
  }

  /**
   * Finds the table, and warns when no index helps.
   *
   * @throws MarketException when it is no SQLite file, is damaged or has no table with bars
   */
  static SqliteMarket open(Path path, Adjust adjust, CoverageIndex index, ScratchFolder scratch)
      throws MarketException {
    SqliteFile file = new SqliteFile(path);
    try {
      BarTable table = file.with(session -> BarTable.find(path, session.connection()));
      boolean indexed = file.with(session -> table.isIndexed(session.connection()));
      if (!indexed) {
        LOG.warn(
            "{}: no index on table {} helps to find a symbol, so that every run walks over the whole"
                + " table and copies it to a scratch file; this statement makes one: {}; or make a"
                + " market that is read by symbol: ./nightshift import --from={} --to=FOLDER",
            path,
            PlainText.of(table.name()),
            PlainText.of(table.indexStatement()),
            path);
      }
      return new SqliteMarket(path, file, table, indexed, adjust, index, scratch);
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
    return "SQLite table " + PlainText.of(table.name());
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
              add(symbols, rows.getString(1));
            }
          }
          return symbols;
        });
    return List.copyOf(symbols);
  }

  private void add(Set<String> symbols, String symbol) throws MarketException {
    if (symbol.length() > ReadLimits.SYMBOL_CHARACTERS || symbols.size() > ReadLimits.SYMBOLS) {
      throw new MarketException(
          "%s has no symbols in column %s of table %s: more than %d, or longer than %d characters"
              .formatted(
                  path,
                  table.columns().get(Field.SYMBOL),
                  table.name(),
                  ReadLimits.SYMBOLS,
                  ReadLimits.SYMBOL_CHARACTERS));
    }
    symbols.add(symbol);
  }

  @Override
  public Coverage coverage(String symbol) throws MarketException {
    if (!indexed) {
      scanned.expect(symbol);
    }
    Optional<FileStamp> stamp = file.isUnderWay() ? Optional.empty() : index.stamp(path);
    Optional<Coverage> known = index.find(path, stamp, symbol);
    if (known.isPresent()) {
      return known.get();
    }
    Coverage coverage =
        indexed ? file.with(session -> coverage(session, symbol)) : scannedCoverage(symbol);
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
    List<Field> fields = table.values();
    PreparedStatement statement = session.prepare(select(fields));
    statement.setString(1, symbol);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        int day = days.day(rows, 1);
        counts.add(day, SqliteScan.fingerprint(rows, day, 2, fields.size()));
      }
    }
    if (counts.isEmpty()) {
      requireSymbol(session, symbol);
    }
    return coverage(symbol, counts);
  }

  private Coverage scannedCoverage(String symbol) throws MarketException {
    YearCounts counts = scan.counts().get(symbol);
    if (counts == null) {
      throw unknown(symbol);
    }
    return coverage(symbol, counts);
  }

  private Coverage coverage(String symbol, YearCounts counts) throws MarketException {
    if (counts.isEmpty()) {
      throw new MarketException(symbol + " has no rows with a date in " + path);
    }
    // SQLite keeps a row together: whoever reads one column reads them all.
    long bytes = counts.rows() * table.columns().size() * BYTES_PER_VALUE;
    return counts.coverage(symbol, bytes, counts.content());
  }

  @Override
  public BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
      throws MarketException {
    Set<Field> fields = BarCleaner.fieldsFor(columns, adjust);
    RawBars raw = new RawBars(path + ", table " + table.name(), fields);
    if (indexed) {
      file.with(
          session -> {
            read(session, symbol, DayRange.of(from, to), raw);
            return raw;
          });
    } else {
      readScanned(symbol, DayRange.of(from, to), raw);
    }
    return BarCleaner.clean(symbol, raw, columns);
  }

  private void read(SqliteSession session, String symbol, DayRange range, RawBars raw)
      throws SQLException, MarketException {
    SqliteDays days = days(session, symbol);
    List<Field> fields = raw.fields().stream().filter(table.columns()::containsKey).toList();
    fields.forEach(raw::markStored);
    List<Object> bounds = days.bounds(range);
    String sql = select(fields) + (bounds.isEmpty() ? "" : between()) + table.inOrder();
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

  private void readScanned(String symbol, DayRange range, RawBars raw) throws MarketException {
    if (!scan.days().containsKey(symbol)) {
      throw unknown(symbol);
    }
    raw.fields().stream().filter(table.columns()::containsKey).forEach(raw::markStored);
    scanned.read(symbol, range, raw);
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

  private void requireSymbol(SqliteSession session, String symbol)
      throws SQLException, MarketException {
    String sql =
        "SELECT 1 FROM %s WHERE %s = ? LIMIT 1"
            .formatted(table.quoted(), table.quoted(Field.SYMBOL));
    PreparedStatement statement = session.prepare(sql);
    statement.setString(1, symbol);
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw unknown(symbol);
      }
    }
  }

  private MarketException unknown(String symbol) {
    return new MarketException("no symbol " + symbol + " in " + location());
  }

  /** One: the SQLite file, which is open from the start. */
  @Override
  public int filesOpened() {
    return 1;
  }

  @Override
  public void close() {
    try {
      scanned.close();
      file.close();
    } catch (MarketException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
