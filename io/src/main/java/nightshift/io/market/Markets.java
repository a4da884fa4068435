package nightshift.io.market;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens the prices at a path, whatever they are kept in. */
public final class Markets {
  private Markets() {}

  /**
   * Looks at a path and opens what is there: a folder with one Parquet file a symbol, a
   * Hive-partitioned folder, one or several Parquet files with a symbol column, or an SQLite file.
   * Nothing is created or changed.
   *
   * @param location path of a file or folder
   * @throws MarketException when there is nothing, or nothing that is a market; says what is there
   */
  public static Market open(String location, Adjust adjust) throws MarketException {
    return open(location, adjust, Optional.empty());
  }

  /**
   * Opens what is at a path, as {@link #open(String, Adjust)} does, with a memory of earlier runs:
   * the coverage of files that were not changed since comes from a small file, and they are not
   * opened for it. What is new is written there before the first bars are read, and on {@link
   * Market#close}. Several processes may use one folder.
   *
   * @param indexFolder where the small file is kept, and while bars are read a temporary file for
   *     tables that are not sorted by symbol, outside the market; if it does not exist or cannot be
   *     written to, nothing is remembered, and the system's folder for temporary files is taken
   */
  public static Market open(String location, Adjust adjust, Optional<Path> indexFolder)
      throws MarketException {
    Path path = path(location);
    if (!Files.exists(path)) {
      throw new MarketException("no market at " + path + ": there is no such file or folder");
    }
    CoverageIndex index = CoverageIndex.of(path, indexFolder);
    Market market =
        Files.isDirectory(path)
            ? openFolder(path, adjust, index, new ScratchFolder(indexFolder))
            : openFile(path, adjust, index, new ScratchFolder(indexFolder));
    return new RememberedCoverage(market, index);
  }

  private static Path path(String location) throws MarketException {
    if (location.isBlank()) {
      throw new MarketException("the path of the market is empty");
    }
    try {
      return Path.of(location).toAbsolutePath().normalize();
    } catch (InvalidPathException invalid) {
      throw MarketException.of("the path of the market is not valid", invalid);
    }
  }

  private static Market openFolder(
      Path folder, Adjust adjust, CoverageIndex index, ScratchFolder scratch)
      throws MarketException {
    FolderListing listing = FolderListing.of(folder);
    OpenFiles files = new OpenFiles();
    boolean partitioned = !listing.partitions().isEmpty();
    if (listing.files().isEmpty() && !partitioned) {
      throw listing.noPrices();
    }
    if (!partitioned && isTable(folder, listing.files(), files)) {
      return new SymbolColumnMarket(folder, listing.files(), adjust, files, scratch);
    }
    String kind = partitioned ? "folder partitioned by symbol" : "folder of Parquet files";
    return new FolderMarket(folder, kind, bySymbol(listing), adjust, files, index);
  }

  /**
   * Whether the files are parts of one table rather than one a symbol. Names decide; only where
   * they look like parts, or there is a single file, one footer is looked at.
   */
  private static boolean isTable(Path folder, List<Path> paths, OpenFiles files)
      throws MarketException {
    Path first = paths.get(0);
    if (!first.getParent().equals(folder)) {
      return true;
    }
    Path sample = paths.stream().filter(ParquetNames::isPart).findFirst().orElse(first);
    if (paths.size() > 1 && !ParquetNames.isPart(sample)) {
      return false;
    }
    ParquetBars bars;
    try {
      bars = files.open(sample);
    } catch (MarketException unreadable) {
      // The name is all there is to go by; reading the symbol will say what is wrong with the file.
      return false;
    }
    String name = ParquetNames.stem(sample).orElseThrow();
    return bars.hasSymbols() && (bars.hasSeveralSymbols() || !bars.symbols().contains(name));
  }

  private static SortedMap<String, List<Path>> bySymbol(FolderListing listing)
      throws MarketException {
    SortedMap<String, List<Path>> places = new TreeMap<>(listing.partitions());
    for (Path path : listing.files()) {
      String symbol = ParquetNames.stem(path).orElseThrow();
      List<Path> other = places.put(symbol, List.of(path));
      if (other != null) {
        throw new MarketException(
            "%s and %s are both named after the symbol %s; keep one of them"
                .formatted(other.get(0), path.getFileName(), symbol));
      }
    }
    return places;
  }

  private static Market openFile(
      Path path, Adjust adjust, CoverageIndex index, ScratchFolder scratch) throws MarketException {
    if (!Files.isRegularFile(path)) {
      throw new MarketException(path + " is neither a file nor a folder");
    }
    String head = head(path);
    if (head.isEmpty()) {
      throw new MarketException(path + " is empty (0 bytes)");
    }
    if (head.startsWith("SQLite format 3\0")) {
      return SqliteMarket.open(path, adjust, index, scratch);
    }
    if (!head.startsWith("PAR1") && !ParquetNames.isParquet(path)) {
      throw new MarketException(
          path
              + " is neither a Parquet file nor an SQLite database; text files such as CSV can be"
              + " brought in with import");
    }
    OpenFiles files = new OpenFiles();
    if (files.open(path).hasSymbols()) {
      return new SymbolColumnMarket(path, List.of(path), adjust, files, scratch);
    }
    String symbol = ParquetNames.stem(path).orElse(path.getFileName().toString());
    SortedMap<String, List<Path>> places = new TreeMap<>();
    places.put(symbol, List.of(path));
    return new FolderMarket(path, "Parquet file of one symbol", places, adjust, files, index);
  }

  private static String head(Path path) throws MarketException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
    } catch (IOException unread) {
      throw MarketException.of(path + " cannot be read", unread);
    }
  }
}
