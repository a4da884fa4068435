package nightshift.io.market;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One Parquet file, or several that make one table, in which a column tells the symbol. The symbol
 * columns are read once, for the names and for where each symbol is; symbols and dates once more
 * when a coverage is asked for, because then those of all symbols come out of one walk.
 */
final class SymbolColumnMarket implements Market {
  private final Path location;
  private final List<Path> paths;
  private final Adjust adjust;
  private final OpenFiles files;
  private SortedMap<String, List<Path>> places;
  private Map<String, YearCounts> counts;

  SymbolColumnMarket(Path location, List<Path> paths, Adjust adjust, OpenFiles files) {
    this.location = location;
    this.paths = paths;
    this.adjust = adjust;
    this.files = files;
  }

  @Override
  public String location() {
    return location.toString();
  }

  @Override
  public String kind() {
    return paths.size() == 1
        ? "Parquet file with a symbol column"
        : "folder of " + paths.size() + " Parquet files with a symbol column";
  }

  @Override
  public List<String> symbols() throws MarketException {
    return List.copyOf(places().keySet());
  }

  private synchronized SortedMap<String, List<Path>> places() throws MarketException {
    if (places == null) {
      SortedMap<String, List<Path>> found = new TreeMap<>();
      for (Path path : paths) {
        for (String symbol : open(path).symbols()) {
          found.computeIfAbsent(symbol, name -> new ArrayList<>(1)).add(path);
        }
      }
      places = found;
    }
    return places;
  }

  private ParquetBars open(Path path) throws MarketException {
    ParquetBars bars = files.open(path);
    if (!bars.hasSymbols()) {
      throw new MarketException(
          path + " has no symbol column, as the other files of " + location + " have");
    }
    return bars;
  }

  private List<Path> places(String symbol) throws MarketException {
    List<Path> found = places().get(symbol);
    if (found == null) {
      throw new MarketException("no symbol " + symbol + " in " + location);
    }
    return found;
  }

  @Override
  public Coverage coverage(String symbol) throws MarketException {
    List<Path> found = places(symbol);
    long rows = 0;
    long bytes = 0;
    for (Path path : found) {
      rows += open(path).rows();
      bytes += open(path).bytesPerColumn();
    }
    YearCounts count = counts().get(symbol);
    if (count == null || count.isEmpty()) {
      throw new MarketException(symbol + " has no rows with a date in " + location);
    }
    return count.coverage(symbol, (long) ((double) bytes / rows * count.rows()));
  }

  private synchronized Map<String, YearCounts> counts() throws MarketException {
    if (counts == null) {
      Map<String, YearCounts> found = new HashMap<>();
      for (Path path : paths) {
        open(path)
            .visitSymbolDays(
                (symbol, day) -> found.computeIfAbsent(symbol, name -> new YearCounts()).add(day));
      }
      counts = found;
    }
    return counts;
  }

  @Override
  public BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
      throws MarketException {
    RawBars raw = new RawBars(location.toString(), BarCleaner.fieldsFor(columns, adjust));
    for (Path path : places(symbol)) {
      open(path).read(Optional.of(symbol), DayRange.of(from, to), raw);
    }
    return BarCleaner.clean(symbol, raw, columns);
  }

  @Override
  public int filesOpened() {
    return files.count();
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
