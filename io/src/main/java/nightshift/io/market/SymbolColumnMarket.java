package nightshift.io.market;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Parquet file, or several that make one table, in which a column tells the symbol. The symbol
 * columns are read once for the names; symbols and dates once more when a coverage or bars are
 * asked for, because then those of all symbols, and what each row group has, come out of one walk.
 * Prices are read through {@link RowsBySymbol}: each row group once, not once for each symbol.
 */
final class SymbolColumnMarket implements Market {
  private static final Logger LOG = LoggerFactory.getLogger(SymbolColumnMarket.class);

  /** From here on the walks take longer than people expect, and are worth a word. */
  private static final long MANY_ROWS = 1_000_000;

  private final Path location;
  private final List<Path> paths;
  private final Adjust adjust;
  private final OpenFiles files;
  private final ScratchFolder folder;
  private SortedMap<String, List<Path>> places;
  private Contents contents;

  /**
   * What one walk over all symbols and dates found.
   *
   * @param counts rows by symbol and year
   * @param rows the prices, by symbol when they are needed
   * @param content what stands for the bytes of all files: symbols are not told apart by it
   */
  private record Contents(Map<String, YearCounts> counts, RowsBySymbol rows, long content) {}

  SymbolColumnMarket(
      Path location, List<Path> paths, Adjust adjust, OpenFiles files, ScratchFolder folder) {
    this.location = location;
    this.paths = paths;
    this.adjust = adjust;
    this.files = files;
    this.folder = folder;
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
    files.requireUnchanged(path);
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
    YearCounts count = contents().counts().get(symbol);
    if (count == null || count.isEmpty()) {
      throw new MarketException(symbol + " has no rows with a date in " + location);
    }
    contents().rows().expect(symbol);
    return count.coverage(
        symbol, (long) ((double) bytes / rows * count.rows()), contents().content());
  }

  private synchronized Contents contents() throws MarketException {
    if (contents == null) {
      Map<String, YearCounts> counts = new HashMap<>();
      List<RowsBySymbol.Part> groups = new ArrayList<>();
      long content = 0;
      for (Path path : paths) {
        groups.addAll(walk(path, counts));
        content = Fingerprint.of(content, files.content(path));
      }
      advise();
      contents =
          new Contents(
              counts,
              new RowsBySymbol(location.toString(), groups, this::symbols, folder),
              content);
    }
    return contents;
  }

  private List<Group> walk(Path path, Map<String, YearCounts> counts) throws MarketException {
    ParquetBars bars = open(path);
    List<Group> groups = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (int group = 0; group < bars.groups(); group++) {
      groups.add(new Group(path, group, new GroupExtent(), numbers));
    }
    bars.visitSymbolDays(
        (group, symbol, day) -> {
          Integer number = numbers.get(symbol);
          if (number == null) {
            number = numbers.size();
            numbers.put(symbol, number);
          }
          groups.get(group).extent().add(number, day);
          counts.computeIfAbsent(symbol, name -> new YearCounts()).add(day);
        });
    return groups;
  }

  private void advise() throws MarketException {
    long rows = 0;
    for (Path path : paths) {
      rows += open(path).rows();
    }
    if (rows > MANY_ROWS) {
      LOG.warn(
          "{} has {} rows of all symbols in one table, which every run walks over; a market with a"
              + " file for each symbol is faster, and this makes one: ./nightshift import --from={}"
              + " --to=FOLDER",
          location,
          rows,
          location);
    }
  }

  /** One row group. */
  private final class Group implements RowsBySymbol.Part {
    private final Path path;
    private final int group;
    private final GroupExtent extent;
    private final Map<String, Integer> numbers;

    Group(Path path, int group, GroupExtent extent, Map<String, Integer> numbers) {
      this.path = path;
      this.group = group;
      this.extent = extent;
      this.numbers = numbers;
    }

    GroupExtent extent() {
      return extent;
    }

    @Override
    public boolean mayHave(String symbol, DayRange range) {
      Integer number = numbers.get(symbol);
      return number != null && extent.mayHave(number, range);
    }

    @Override
    public void copy(Map<String, Integer> ranks, SymbolScratch into) throws MarketException {
      open(path).copy(group, ranks, into);
    }
  }

  @Override
  public BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
      throws MarketException {
    RawBars raw = new RawBars(location.toString(), BarCleaner.fieldsFor(columns, adjust));
    for (Path path : places(symbol)) {
      ParquetBars bars = open(path);
      raw.fields().stream().filter(bars::has).forEach(raw::markStored);
    }
    contents().rows().read(symbol, DayRange.of(from, to), raw);
    return BarCleaner.clean(symbol, raw, columns);
  }

  @Override
  public int filesOpened() {
    return files.count();
  }

  /** Files are open only while they are read; the scratch file goes. */
  @Override
  public synchronized void close() {
    try {
      if (contents != null) {
        contents.rows().close();
      }
    } catch (MarketException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
