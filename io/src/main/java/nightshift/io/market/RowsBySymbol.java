package nightshift.io.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of a table in which those of one symbol do not lie together, by symbol: parts of the table
 * are copied to a {@link SymbolScratch} when they are first needed, each in one walk that serves
 * all symbols. Which symbols those are is told by the coverages that were asked for, as a run does
 * for all its symbols before it reads the first; when another one is read later, all of the table's
 * are copied. Safe for several threads.
 */
final class RowsBySymbol implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RowsBySymbol.class);

  /** A part of the table that is copied as a whole. */
  interface Part {
    /** Whether it may have rows of a symbol on some days. */
    boolean mayHave(String symbol, DayRange range) throws MarketException;

    /**
     * Gives its rows of some symbols to the scratch file, in the order of the table.
     *
     * @param ranks the place of each of these symbols
     */
    void copy(Map<String, Integer> ranks, SymbolScratch into) throws MarketException;
  }

  /** Gives all symbols of the table. */
  @FunctionalInterface
  interface Symbols {
    Collection<String> list() throws MarketException;
  }

  /** Sections of the scratch file, from the first, inclusive, to the last, exclusive. */
  private record Sections(int from, int to) {}

  private final String table;
  private final List<Part> parts;
  private final Symbols symbols;
  private final ScratchFolder folder;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Set<String> expected = new TreeSet<>();
  private final Map<Part, Sections> copied = new HashMap<>();
  private Map<String, Integer> ranks = Map.of();
  private SymbolScratch scratch;

  /**
   * @param table for messages
   * @param parts in the order of the table
   * @param symbols all of the table
   */
  RowsBySymbol(String table, List<Part> parts, Symbols symbols, ScratchFolder folder) {
    this.table = table;
    this.parts = List.copyOf(parts);
    this.symbols = symbols;
    this.folder = folder;
  }

  /** Notes that a symbol will be read. */
  void expect(String symbol) {
    lock.writeLock().lock();
    try {
      expected.add(symbol);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Appends the rows of a symbol on some days. */
  void read(String symbol, DayRange range, RawBars into) throws MarketException {
    List<Part> needed = new ArrayList<>();
    for (Part part : parts) {
      if (part.mayHave(symbol, range)) {
        needed.add(part);
      }
    }
    lock.readLock().lock();
    try {
      if (isReady(symbol, into.fields(), needed)) {
        readReady(symbol, range, needed, into);
        return;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      makeReady(symbol, into.fields(), needed);
      lock.readLock().lock();
    } finally {
      lock.writeLock().unlock();
    }
    try {
      readReady(symbol, range, needed, into);
    } finally {
      lock.readLock().unlock();
    }
  }

  private boolean isReady(String symbol, Set<Field> fields, List<Part> needed) {
    return scratch != null
        && ranks.containsKey(symbol)
        && scratch.fields().containsAll(fields)
        && copied.keySet().containsAll(needed);
  }

  private void readReady(String symbol, DayRange range, List<Part> needed, RawBars into)
      throws MarketException {
    for (Part part : needed) {
      Sections sections = copied.get(part);
      scratch.read(ranks.get(symbol), sections.from(), sections.to(), range, into);
    }
  }

  private void makeReady(String symbol, Set<Field> fields, List<Part> needed)
      throws MarketException {
    if (scratch == null || !ranks.containsKey(symbol) || !scratch.fields().containsAll(fields)) {
      begin(symbol, fields);
    }
    for (Part part : needed) {
      if (!copied.containsKey(part)) {
        int from = scratch.sections();
        part.copy(ranks, scratch);
        copied.put(part, new Sections(from, scratch.sections()));
      }
    }
  }

  private void begin(String symbol, Set<Field> fields) throws MarketException {
    Set<Field> all = new HashSet<>(fields);
    if (scratch != null) {
      all.addAll(scratch.fields());
    }
    boolean first = scratch == null;
    close();
    ranks = new HashMap<>();
    for (String wanted : first && expected.contains(symbol) ? expected : symbols.list()) {
      ranks.put(wanted, ranks.size());
    }
    scratch = new SymbolScratch(folder.path(), all, ranks.size());
    LOG.debug(
        "{}: its rows do not lie by symbol; those of {} symbols are copied to a scratch file in {}",
        table,
        ranks.size(),
        folder.path());
  }

  @Override
  public void close() throws MarketException {
    lock.writeLock().lock();
    try {
      if (scratch != null) {
        copied.clear();
        scratch.close();
        scratch = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
