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
import nightshift.io.parquet.FlatGroups;
import nightshift.io.parquet.NumberColumn;
import nightshift.io.parquet.ParquetFile;
import nightshift.io.parquet.RowGroups;
import nightshift.io.parquet.TextColumn;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
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
    /** Visits one row; the day is {@link Days#NONE} where it is not understood. */
    void visit(String symbol, int day);
  }

  /**
   * Reads the footer and finds the columns.
   *
   * @throws MarketException when the file is broken or has no bars
   */
  static ParquetBars open(Path path) throws MarketException {
    try {
      return new ParquetBars(ParquetFile.open(path));
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
    try {
      Optional<FlatGroups> flat = file.readFlat(List.of(days.column()), Optional.empty());
      if (flat.isPresent()) {
        visitDays(flat.get(), visitor);
      } else {
        visitDaysOneByOne(visitor);
      }
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  private void visitDays(FlatGroups flat, IntConsumer visitor) throws IOException {
    try (FlatGroups groups = flat) {
      while (groups.next()) {
        for (int day : days.days(groups)) {
          visitor.accept(day);
        }
      }
    }
  }

  private void visitDaysOneByOne(IntConsumer visitor) throws IOException {
    try (RowGroups groups = file.read(List.of(days.column()), Optional.empty())) {
      while (groups.next()) {
        DayColumn.Walk day = days.walk(groups);
        for (int row = 0; row < groups.rows(); row++) {
          visitor.accept(day.next());
        }
      }
    }
  }

  /** Visits the symbols and days of all rows that have a symbol. */
  void visitSymbolDays(SymbolDays visitor) throws MarketException {
    TextColumn symbolColumn = symbols.orElseThrow();
    List<ColumnDescriptor> wanted = List.of(symbolColumn.column(), days.column());
    try (RowGroups groups = file.read(wanted, Optional.empty())) {
      while (groups.next()) {
        TextColumn.Walk symbol = symbolColumn.walk(groups);
        DayColumn.Walk day = days.walk(groups);
        for (int row = 0; row < groups.rows(); row++) {
          String name = symbol.next();
          int epochDay = day.next();
          if (name != null) {
            visitor.visit(name, epochDay);
          }
        }
      }
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  /**
   * Appends the rows of some days.
   *
   * @param symbol whose rows, or empty for all rows of the file
   * @param range which days
   * @param into gets these rows, and those without a usable day; its fields are read, those that
   *     the file does not have stay NaN
   */
  void read(Optional<String> symbol, DayRange range, RawBars into) throws MarketException {
    try {
      Map<Field, NumberColumn> numbers = new EnumMap<>(Field.class);
      List<ColumnDescriptor> projection = new ArrayList<>(List.of(days.column()));
      if (symbol.isPresent()) {
        projection.add(symbols.orElseThrow().column());
      }
      for (Field field : into.fields()) {
        if (columns.containsKey(field)) {
          into.markStored(field);
          projection.add(columns.get(field));
          numbers.put(field, new NumberColumn(columns.get(field)));
        }
      }
      // With one symbol of many, page indexes leave out more than bulk decoding saves.
      Optional<FlatGroups> flat =
          symbol.isEmpty() ? file.readFlat(projection, filter(symbol, range)) : Optional.empty();
      if (flat.isPresent()) {
        readFlat(flat.get(), numbers, range, into);
      } else {
        readOneByOne(file.read(projection, filter(symbol, range)), numbers, symbol, range, into);
      }
    } catch (MarketException clear) {
      throw clear;
    } catch (IOException | RuntimeException broken) {
      throw unreadable(file.path(), broken);
    }
  }

  private void readFlat(
      FlatGroups flat, Map<Field, NumberColumn> numbers, DayRange range, RawBars into)
      throws IOException {
    try (FlatGroups groups = flat) {
      while (groups.next()) {
        int start = into.size();
        BitSet rows = readDays(groups, range, into);
        if (!rows.isEmpty()) {
          for (Map.Entry<Field, NumberColumn> column : numbers.entrySet()) {
            column.getValue().read(groups, rows, into.column(column.getKey()), start);
          }
        }
      }
    }
  }

  private BitSet readDays(FlatGroups groups, DayRange range, RawBars into) throws IOException {
    BitSet wanted = new BitSet();
    int[] all = days.days(groups);
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

  private void readOneByOne(
      RowGroups open,
      Map<Field, NumberColumn> numbers,
      Optional<String> symbol,
      DayRange range,
      RawBars into)
      throws IOException {
    try (RowGroups groups = open) {
      while (groups.next()) {
        int start = into.size();
        BitSet rows = readDays(groups, symbol, range, into);
        numbers.forEach((field, column) -> column.read(groups, rows, into.column(field), start));
      }
    }
  }

  private Optional<FilterPredicate> filter(Optional<String> symbol, DayRange range) {
    Optional<FilterPredicate> between = days.between(range.from(), range.to());
    Optional<FilterPredicate> same = symbol.flatMap(name -> symbols.orElseThrow().equalTo(name));
    return same.isPresent() && between.isPresent()
        ? Optional.of(FilterApi.and(same.get(), between.get()))
        : same.or(() -> between);
  }

  /** Appends the wanted days of the current row group, and says which of its rows they are. */
  private BitSet readDays(RowGroups groups, Optional<String> symbol, DayRange range, RawBars into)
      throws IOException {
    Optional<BitSet> candidates = symbol.map(name -> symbols.orElseThrow().rows(groups, name));
    BitSet wanted = new BitSet();
    DayColumn.Walk walk = days.walk(groups);
    int end = candidates.map(BitSet::length).orElse(groups.rows());
    for (int row = 0; row < end; row++) {
      if (candidates.isPresent() && !candidates.get().get(row)) {
        walk.skip();
        continue;
      }
      int day = walk.next();
      if (range.takes(day)) {
        wanted.set(row);
        into.add(day);
      }
    }
    return wanted;
  }
}
