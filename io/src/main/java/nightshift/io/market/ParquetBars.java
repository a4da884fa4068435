package nightshift.io.market;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import nightshift.io.day.Days;
import nightshift.io.parquet.DayColumn;
import nightshift.io.parquet.NumberColumn;
import nightshift.io.parquet.ParquetFile;
import nightshift.io.parquet.Stretches;
import nightshift.io.parquet.TextColumn;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.Type;

/** One Parquet file with bars: which column is which, and how its rows become {@link RawBars}. */
final class ParquetBars {
  private final ParquetFile file;
  private final Map<Field, ColumnDescriptor> columns;
  private final DayColumn days;
  private final Optional<TextColumn> symbols;

  private ParquetBars(ParquetFile file) throws IOException {
    this.file = file;
    this.columns = columns(file);
    this.days = new DayColumn(file, columns.get(Field.DATE));
    ColumnDescriptor symbol = columns.get(Field.SYMBOL);
    this.symbols = symbol == null ? Optional.empty() : Optional.of(new TextColumn(file, symbol));
  }

  /** Takes one day of one symbol, of many. */
  @FunctionalInterface
  interface SymbolDays {
    /**
     * Visits one row.
     *
     * @param group its row group, counted from 0
     * @param day {@link Days#NONE} where it is not understood
     */
    void visit(int group, String symbol, int day);
  }

  /**
   * Reads the footer and finds the columns.
   *
   * @throws MarketException when the file is broken or has no bars
   */
  static ParquetBars open(Path path) throws MarketException {
    try {
      return new ParquetBars(ParquetFile.open(path, Field::known));
    } catch (IOException | RuntimeException broken) {
      throw unreadable(path, broken);
    }
  }

  private static Map<Field, ColumnDescriptor> columns(ParquetFile file) throws IOException {
    List<String> names = file.schema().getFields().stream().map(Type::getName).toList();
    Map<Field, ColumnDescriptor> columns = new EnumMap<>(Field.class);
    for (Map.Entry<Field, String> entry : Field.among(names).entrySet()) {
      columns.put(entry.getKey(), file.column(entry.getValue()));
    }
    for (Field needed : List.of(Field.DATE, Field.CLOSE)) {
      if (!columns.containsKey(needed)) {
        throw new IOException("no column for the " + needed.label() + " among " + names);
      }
    }
    return columns;
  }

  private static MarketException unreadable(Path path, Exception cause) {
    return MarketException.of(path + " cannot be read", cause);
  }

  /** What the footer takes in memory, in column chunks. */
  int weight() {
    return file.chunks();
  }

  long rows() {
    return file.rows();
  }

  boolean hasSymbols() {
    return symbols.isPresent();
  }

  /** Whether statistics prove that the file has bars of several symbols. */
  boolean hasSeveralSymbols() {
    return symbols.isPresent() && symbols.get().hasSeveralValues();
  }

  /** Stored bytes of the close, by which the other columns are judged. */
  long bytesPerColumn() {
    return file.bytes(columns.get(Field.CLOSE));
  }

  /** The distinct values of the symbol column; no other column is read. */
  Set<String> symbols() throws MarketException {
    try {
      return symbols.orElseThrow().distinct();
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  /** Visits the days of all rows, whatever their symbol. */
  void visitDays(IntConsumer visitor) throws MarketException {
    try (Stretches stretches = file.read(List.of(days.column()), Optional.empty())) {
      while (stretches.next()) {
        for (int day : days.days(stretches)) {
          visitor.accept(day);
        }
      }
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  /** How many row groups the file has. */
  int groups() {
    return file.groups();
  }

  /** How many rows a row group has, which is counted from 0. */
  long rows(int group) {
    return file.rows(group);
  }

  /** Visits the symbols and days of all rows that have a symbol, by row groups. */
  void visitSymbolDays(SymbolDays visitor) throws MarketException {
    TextColumn symbolColumn = symbols.orElseThrow();
    List<ColumnDescriptor> wanted = List.of(symbolColumn.column(), days.column());
    try (Stretches stretches = file.read(wanted, Optional.empty())) {
      while (stretches.next()) {
        int[] epochDays = days.days(stretches);
        TextColumn.Walk symbol = symbolColumn.walk(stretches);
        for (int day : epochDays) {
          String name = symbol.next();
          if (name != null) {
            visitor.visit(stretches.group(), name, day);
          }
        }
      }
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  /**
   * Gives the rows of some symbols of one row group to a scratch file, in the order of the file.
   *
   * @param group counted from 0
   * @param ranks the place of each wanted symbol in the scratch file
   * @param into gets the rows; its fields are read, those that the file does not have are NaN
   */
  void copy(int group, Map<String, Integer> ranks, SymbolScratch into) throws MarketException {
    try {
      Map<Field, NumberColumn> numbers = numbers(into.fields());
      TextColumn symbolColumn = symbols.orElseThrow();
      List<ColumnDescriptor> projection = projection(numbers);
      projection.add(symbolColumn.column());
      try (Stretches stretches = file.read(projection, group)) {
        while (stretches.next()) {
          SymbolRows rows = new SymbolRows(into.fields());
          BitSet wanted = wanted(symbolColumn.walk(stretches), stretches.rows(), ranks, rows);
          if (!wanted.isEmpty()) {
            rows.setDays(days.days(stretches), wanted);
            for (Map.Entry<Field, NumberColumn> column : numbers.entrySet()) {
              column.getValue().read(stretches, wanted, rows.column(column.getKey()), 0);
            }
            into.add(rows);
          }
        }
      }
    } catch (MarketException clear) {
      throw clear;
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  private static BitSet wanted(
      TextColumn.Walk symbol, int count, Map<String, Integer> ranks, SymbolRows rows) {
    BitSet wanted = new BitSet();
    String last = null;
    Integer rank = null;
    int[] found = new int[count];
    int size = 0;
    for (int row = 0; row < count; row++) {
      String name = symbol.next();
      if (name != last) {
        rank = name == null ? null : ranks.get(name);
        last = name;
      }
      if (rank != null) {
        found[size++] = rank;
        wanted.set(row);
      }
    }
    rows.setRanks(found, size);
    return wanted;
  }

  private Map<Field, NumberColumn> numbers(Set<Field> fields) throws IOException {
    Map<Field, NumberColumn> numbers = new EnumMap<>(Field.class);
    for (Field field : fields) {
      if (columns.containsKey(field)) {
        numbers.put(field, new NumberColumn(columns.get(field)));
      }
    }
    return numbers;
  }

  private List<ColumnDescriptor> projection(Map<Field, NumberColumn> numbers) {
    List<ColumnDescriptor> projection = new ArrayList<>(List.of(days.column()));
    numbers.values().forEach(column -> projection.add(column.column()));
    return projection;
  }

  /** Whether the file has a column for a field. */
  boolean has(Field field) {
    return columns.containsKey(field);
  }

  /**
   * Appends the rows of some days, whatever their symbol.
   *
   * @param range which days
   * @param into gets these rows, and those without a usable day; its fields are read, those that
   *     the file does not have stay NaN
   */
  void read(DayRange range, RawBars into) throws MarketException {
    try {
      Map<Field, NumberColumn> numbers = numbers(into.fields());
      numbers.keySet().forEach(into::markStored);
      try (Stretches stretches =
          file.read(projection(numbers), days.between(range.from(), range.to()))) {
        while (stretches.next()) {
          read(stretches, numbers, range, into);
        }
      }
    } catch (MarketException clear) {
      throw clear;
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  private void read(
      Stretches stretches, Map<Field, NumberColumn> numbers, DayRange range, RawBars into)
      throws IOException {
    int start = into.size();
    BitSet rows = readDays(stretches, range, into);
    if (!rows.isEmpty()) {
      for (Map.Entry<Field, NumberColumn> column : numbers.entrySet()) {
        column.getValue().read(stretches, rows, into.column(column.getKey()), start);
      }
    }
  }

  private BitSet readDays(Stretches stretches, DayRange range, RawBars into) throws IOException {
    BitSet wanted = new BitSet();
    int[] all = days.days(stretches);
    int row = 0;
    while (row < all.length) {
      int first = row;
      while (row < all.length && range.takes(all[row])) {
        row++;
      }
      if (first < row) {
        wanted.set(first, row);
        into.addAll(all, first, row);
      } else {
        row++;
      }
    }
    return wanted;
  }
}
