package nightshift.io.market;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in a folder, by names alone: Parquet files at the top, or partitions below. Folders are
 * entered only when they are partitions ({@code key=value}) above the one that names the symbol.
 */
final class FolderListing {
  /** Deeper partitioning is a loop of links, not a market. */
  private static final int MOST_LEVELS = 8;

  /** Where Hive and Spark put rows without a symbol. */
  private static final String NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__";

  private final Path folder;

  /** Parquet files that are not below a symbol's partition, sorted. */
  private final List<Path> files = new ArrayList<>();

  /** The folders of each symbol: partitions, or folders named as a symbol's file would be. */
  private final SortedMap<String, List<Path>> partitions = new TreeMap<>();

  /** How many other things there are of each kind, for the message when there are no prices. */
  private final Map<String, Integer> others = new TreeMap<>();

  private final Set<Path> listed = new HashSet<>();

  private FolderListing(Path folder) {
    this.folder = folder;
  }

  static FolderListing of(Path folder) throws MarketException {
    FolderListing listing = new FolderListing(folder);
    listing.list(folder, 0);
    return listing;
  }

  List<Path> files() {
    return files;
  }

  SortedMap<String, List<Path>> partitions() {
    return partitions;
  }

  private void list(Path parent, int level) throws MarketException {
    if (!listed.add(real(parent))) {
      return;
    }
    for (Path entry : sorted(parent)) {
      if (!Files.isDirectory(entry)) {
        listFile(entry);
        continue;
      }
      Optional<ParquetNames.Partition> partition = ParquetNames.partition(entry);
      if (partition.isEmpty()) {
        listFolder(entry);
      } else if (Field.SYMBOL.means(partition.get().key())) {
        addSymbol(partition.get().value(), entry);
      } else if (level < MOST_LEVELS) {
        list(entry, level + 1);
      }
    }
  }

  /** Where links lead, so that a loop of them is walked once. */
  private static Path real(Path folder) throws MarketException {
    try {
      return folder.toRealPath();
    } catch (IOException lost) {
      throw MarketException.of("the folder " + folder + " cannot be listed", lost);
    }
  }

  private void addSymbol(String symbol, Path place) {
    if (!symbol.isEmpty() && !symbol.equals(NULL_PARTITION)) {
      partitions.computeIfAbsent(symbol, name -> new ArrayList<>()).add(place);
    }
  }

  /** Spark writes a folder AAPL.parquet, with the files inside. */
  private void listFolder(Path entry) {
    Optional<String> symbol = ParquetNames.stem(entry);
    if (symbol.isPresent()) {
      addSymbol(symbol.get(), entry);
    } else {
      others.merge("folders", 1, Integer::sum);
    }
  }

  private void listFile(Path file) {
    if (ParquetNames.isParquet(file)) {
      files.add(file);
      return;
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    others.merge(dot > 0 ? name.substring(dot) + " files" : "other files", 1, Integer::sum);
  }

  /** The entries of a folder, sorted by name, so that rows of several files keep one order. */
  static List<Path> sorted(Path folder) throws MarketException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException | IOException unlisted) {
      throw MarketException.of("the folder " + folder + " cannot be listed", unlisted);
    }
    entries.sort(null);
    return entries;
  }

  /** Why this folder is no market. */
  MarketException noPrices() {
    if (others.isEmpty()) {
      return new MarketException("the folder " + folder + " is empty; expected Parquet files");
    }
    StringBuilder found = new StringBuilder();
    others.forEach(
        (kind, count) ->
            found.append(found.isEmpty() ? "" : ", ").append(count).append(' ').append(kind));
    return new MarketException(
        "no prices in the folder "
            + folder
            + ": expected Parquet files or partitions such as symbol=AAPL, found "
            + found
            + "; text files such as CSV can be brought in with import");
  }
}
