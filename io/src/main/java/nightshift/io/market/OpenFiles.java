package nightshift.io.market;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the Parquet files of a market, counts them, and keeps the footers that were used last. */
final class OpenFiles {
  /**
   * A column chunk takes some 500 bytes of heap in a footer: this keeps all footers below 10 MB.
   */
  private static final int MOST_CHUNKS = 20_000;

  private final Map<Path, FileStamp> seen = new ConcurrentHashMap<>();
  private final Set<Path> opened = ConcurrentHashMap.newKeySet();
  private final Map<Path, ParquetBars> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int chunks;

  /** The footer of a file, read now or kept from before. */
  ParquetBars open(Path path) throws MarketException {
    synchronized (kept) {
      ParquetBars known = kept.get(path);
      if (known != null) {
        return known;
      }
    }
    opened.add(path);
    ParquetBars bars = ParquetBars.open(path);
    keep(path, bars);
    return bars;
  }

  private void keep(Path path, ParquetBars bars) {
    synchronized (kept) {
      if (kept.putIfAbsent(path, bars) != null) {
        return;
      }
      chunks += bars.weight();
      Iterator<ParquetBars> eldest = kept.values().iterator();
      while (chunks > MOST_CHUNKS && kept.size() > 1) {
        chunks -= eldest.next().weight();
        eldest.remove();
      }
    }
  }

  /**
   * Looks whether a file is the one that it was when it was looked at first.
   *
   * @throws MarketChangedException when it was replaced, written to or removed meanwhile
   */
  void requireUnchanged(Path path) throws MarketChangedException {
    FileStamp first = seen.get(path);
    FileStamp now;
    try {
      now = FileStamp.of(path);
    } catch (IOException unseen) {
      now = null;
    }
    if (first == null && now != null) {
      first = seen.putIfAbsent(path, now);
    }
    if (first != null && !first.equals(now)) {
      throw new MarketChangedException(
          path
              + (now == null ? " was removed" : " was changed")
              + " while it was being worked with; start again, and change the market between runs");
    }
  }

  /** What stands for all bytes of a file, see {@link Coverage#content}. */
  long content(Path path) throws MarketException {
    try {
      return Fingerprint.ofFile(path);
    } catch (IOException unread) {
      throw MarketException.of(path + " cannot be read", unread);
    }
  }

  /** How many distinct files were opened, readable or not. */
  int count() {
    return opened.size();
  }
}
