package nightshift.io.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A folder in which the names of files or partitions tell the symbols. A symbol is only looked up
 * among the names that were listed, so that no symbol, whatever it is called, leads out of the
 * folder.
 */
final class FolderMarket implements Market {
  private final Path folder;
  private final String kind;
  private final Adjust adjust;
  private final SortedMap<String, List<Path>> places;
  private final OpenFiles files;
  private final CoverageIndex index;

  /**
   * @param places for each symbol its Parquet file, or the folders which have its files
   */
  FolderMarket(
      Path folder,
      String kind,
      SortedMap<String, List<Path>> places,
      Adjust adjust,
      OpenFiles files,
      CoverageIndex index) {
    this.folder = folder;
    this.kind = kind;
    this.places = places;
    this.adjust = adjust;
    this.files = files;
    this.index = index;
  }

  @Override
  public String location() {
    return folder.toString();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public List<String> symbols() {
    return List.copyOf(places.keySet());
  }

  @Override
  public Coverage coverage(String symbol) throws MarketException {
    List<Coverage> parts = new ArrayList<>();
    for (Path path : paths(symbol)) {
      coverage(path, symbol).ifPresent(parts::add);
    }
    return parts.stream()
        .reduce(Coverage::plus)
        .orElseThrow(
            () ->
                new MarketException(symbol + " has no rows with a date in " + places.get(symbol)));
  }

  /** What one file has, from the index if it is unchanged; empty when no row has a date. */
  private Optional<Coverage> coverage(Path path, String symbol) throws MarketException {
    files.requireUnchanged(path);
    Optional<FileStamp> stamp = index.stamp(path);
    Optional<Coverage> known = index.find(path, stamp, symbol);
    if (known.isPresent()) {
      return known;
    }
    ParquetBars bars = open(path);
    YearCounts counts = new YearCounts();
    bars.visitDays(counts::add);
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    Coverage coverage = counts.coverage(symbol, bars.bytesPerColumn(), files.content(path));
    index.add(path, stamp, coverage);
    return Optional.of(coverage);
  }

  @Override
  public BarSlice read(String symbol, Set<Column> columns, LocalDate from, LocalDate to)
      throws MarketException {
    DayRange range = DayRange.of(from, to);
    Path place = places(symbol).get(0);
    RawBars raw = new RawBars(place.toString(), BarCleaner.fieldsFor(columns, adjust));
    for (Path path : paths(symbol)) {
      if (range.mayOverlap(folder.relativize(path))) {
        read(path, range, raw);
      }
    }
    return BarCleaner.clean(symbol, raw, columns);
  }

  /** A file that changed half way may look broken, or give what never was together. */
  private void read(Path path, DayRange range, RawBars raw) throws MarketException {
    try {
      open(path).read(range, raw);
    } finally {
      files.requireUnchanged(path);
    }
  }

  private ParquetBars open(Path path) throws MarketException {
    ParquetBars bars = files.open(path);
    if (bars.hasSeveralSymbols()) {
      throw new MarketException(
          path
              + " has bars of several symbols; name this file itself as the market, or name such"
              + " files part-1.parquet, part-2.parquet, ...");
    }
    return bars;
  }

  private List<Path> places(String symbol) throws MarketException {
    List<Path> found = places.get(symbol);
    if (found == null) {
      throw new MarketException("no symbol " + symbol + " in " + folder);
    }
    return found;
  }

  private List<Path> paths(String symbol) throws MarketException {
    List<Path> paths = new ArrayList<>();
    for (Path place : places(symbol)) {
      if (Files.isDirectory(place)) {
        paths.addAll(filesBelow(place));
      } else {
        paths.add(place);
      }
    }
    if (paths.isEmpty()) {
      throw new MarketException("no Parquet file of " + symbol + " in " + places.get(symbol));
    }
    return paths;
  }

  private static List<Path> filesBelow(Path place) throws MarketException {
    try (Stream<Path> below = Files.walk(place)) {
      return below.filter(ParquetNames::isParquet).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException unlisted) {
      throw MarketException.of("the folder " + place + " cannot be listed", unlisted);
    }
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
