package nightshift.io.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers over several runs what files have of their symbols, so that planning opens only files
 * that are new or were changed. It is a convenience: where it is missing, damaged, of another
 * market or cannot be written, everything is looked up in the market itself. Safe for several
 * threads.
 */
final class CoverageIndex {
  private static final Logger LOG = LoggerFactory.getLogger(CoverageIndex.class);

  /**
   * What is known of one file.
   *
   * @param stamp what the file was when it was looked at
   * @param coverage what it has, by symbol; not to be changed while there is only one
   */
  record Entry(FileStamp stamp, Map<String, Coverage> coverage) {}

  private final Path market;
  private final Optional<Path> file;
  private final Map<Path, Entry> entries = new HashMap<>();
  private volatile boolean changed;

  private CoverageIndex(Path market, Optional<Path> file) {
    this.market = market;
    this.file = file;
  }

  /**
   * Opens the index of a market.
   *
   * @param folder where indexes are kept, of several markets perhaps; without one, or when it does
   *     not exist, nothing is remembered beyond this process
   */
  static CoverageIndex of(Path market, Optional<Path> folder) {
    Optional<Path> file =
        folder.map(
            parent ->
                parent.resolve("coverage-%08x.index".formatted(market.toString().hashCode())));
    CoverageIndex index = new CoverageIndex(market, file);
    file.ifPresent(path -> index.entries.putAll(IndexFile.read(path, market)));
    return index;
  }

  /** What a file is now; empty when it cannot be told, and nothing should be remembered of it. */
  Optional<FileStamp> stamp(Path path) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FileStamp.of(path));
    } catch (IOException unseen) {
      // Whoever opens the file next says what is wrong with it.
      return Optional.empty();
    }
  }

  /**
   * What is known of a symbol.
   *
   * @param now what the file is now; what was known of it as it was before counts for nothing
   */
  synchronized Optional<Coverage> find(Path path, Optional<FileStamp> now, String symbol) {
    Entry entry = entries.get(path);
    return entry == null || now.isEmpty() || !entry.stamp().equals(now.get())
        ? Optional.empty()
        : Optional.ofNullable(entry.coverage().get(symbol));
  }

  /**
   * Remembers what a file has.
   *
   * @param before what the file was before it was looked at
   */
  synchronized void add(Path path, Optional<FileStamp> before, Coverage coverage) {
    if (before.isEmpty() || !before.get().isSettled()) {
      return;
    }
    Entry entry = entries.get(path);
    if (entry == null || !entry.stamp().equals(before.get())) {
      entries.put(path, new Entry(before.get(), Map.of(coverage.symbol(), coverage)));
    } else if (entry.coverage().size() > 1) {
      entry.coverage().put(coverage.symbol(), coverage);
    } else {
      Map<String, Coverage> several = new HashMap<>(entry.coverage());
      several.put(coverage.symbol(), coverage);
      entries.put(path, new Entry(entry.stamp(), several));
    }
    changed = true;
  }

  /** Writes what is new. A folder that cannot be written to costs time in the next run, no more. */
  void save() {
    if (changed) {
      write();
    }
  }

  private synchronized void write() {
    if (!changed || file.isEmpty() || !Files.isDirectory(file.get().getParent())) {
      return;
    }
    changed = false;
    entries.keySet().removeIf(Files::notExists);
    try {
      IndexFile.write(file.get(), market, entries);
    } catch (IOException unwritten) {
      LOG.info(
          "{} cannot be written, the next run will look at all files of {} again: {}",
          file.get(),
          market,
          unwritten.toString());
    }
  }
}
