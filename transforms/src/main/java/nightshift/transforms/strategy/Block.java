package nightshift.transforms.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Stretch;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;

/**
 * Symbols that are looked at together, in the order of their names, over one window. An instance
 * belongs to one worker.
 */
public final class Block implements Iterable<Bars> {
  private static final Set<Column> ALL = EnumSet.allOf(Column.class);

  private final Panel panel;
  private final Window window;
  private final List<Bars> symbols;
  private final UnaryOperator<Bars> priced;
  private final Map<Object, Object> memo = new HashMap<>();

  private Block(Panel panel, Window window, List<Bars> symbols, UnaryOperator<Bars> priced) {
    this.panel = panel;
    this.window = window;
    this.symbols = symbols;
    this.priced = priced;
  }

  /**
   * A block of a panel in memory.
   *
   * @param from place of the first symbol in {@link Panel#symbols()}, inclusive
   * @param to place after the last symbol, exclusive
   */
  public static Block of(Panel panel, Window window, int from, int to) {
    Workspace workspace = new Workspace();
    workspace.restart(panel.days(), 0);
    return of(panel, window, from, to, ALL, workspace);
  }

  /**
   * A block that uses a worker's arrays: from now on the block that had them before must not be
   * used any more.
   *
   * @param columns those that will be looked at
   * @throws java.io.UncheckedIOException when a scratch file cannot be read
   */
  public static Block of(
      Panel panel, Window window, int from, int to, Set<Column> columns, Workspace workspace) {
    Stretch stretch = Stretch.upTo(window);
    List<SymbolBars> bars = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      bars.add(panel.read(i, columns, stretch, workspace.room(i - from)));
    }
    return new Block(
        panel, window, lookedAt(bars, from, window, workspace), UnaryOperator.identity());
  }

  /** A block of all symbols of a panel in memory. */
  public static Block of(Panel panel, Window window) {
    return of(panel, window, 0, panel.size());
  }

  /**
   * A block of all symbols, of whose bars those that a strategy looks at are in memory. It uses a
   * worker's arrays, as other blocks do.
   *
   * @param priced the columns that {@link #priced} has
   * @param pricedBefore how many bars before the window that has at least
   * @throws java.io.UncheckedIOException when a scratch file cannot be read
   */
  public static Block whole(
      Panel panel,
      Window window,
      Strategy strategy,
      Set<Column> priced,
      int pricedBefore,
      Workspace workspace) {
    Stretch stretch = new Stretch(window, Math.max(strategy.warmUp(), pricedBefore));
    List<SymbolBars> bars = panel.readAll(strategy.columns(), stretch);
    UnaryOperator<Bars> read =
        known ->
            new Bars(
                panel.read(known.index(), priced, stretch, workspace.room(0)),
                known.index(),
                window,
                known.memo());
    return new Block(
        panel,
        window,
        lookedAt(bars, 0, window, workspace),
        panel.isInMemory() ? UnaryOperator.identity() : read);
  }

  private static List<Bars> lookedAt(
      List<SymbolBars> bars, int from, Window window, Workspace workspace) {
    workspace.begin(from, from + bars.size());
    List<Bars> symbols = new ArrayList<>(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      symbols.add(new Bars(bars.get(i), i, window, workspace.memo(i)));
    }
    return symbols;
  }

  /** The traded days, as indices into the calendar. */
  public Window window() {
    return window;
  }

  /** The date of a day, given as an index into the calendar. */
  public LocalDate dateOf(int day) {
    return panel.dateOf(day);
  }

  /**
   * The first day of the calendar on or after a date, as an index; how many days there are where
   * there is none. On a day it is known whether it has come, but not how far off it is.
   */
  public int dayFrom(LocalDate date) {
    return panel.window(date, date).from();
  }

  /** How many symbols there are. */
  public int size() {
    return symbols.size();
  }

  public Bars get(int index) {
    return symbols.get(index);
  }

  /**
   * A symbol of this block with the columns that the ledger needs; bars have the same indices. It
   * may be used until the next call.
   *
   * @throws java.io.UncheckedIOException when a scratch file cannot be read
   */
  public Bars priced(Bars bars) {
    return priced.apply(bars);
  }

  @Override
  public Iterator<Bars> iterator() {
    return symbols.iterator();
  }

  /**
   * Something derived from this block, computed once for all candidates that ask with an equal key.
   * It must be small beside the prices themselves, for it is kept as long as the block is.
   *
   * @param key says what it is, parameters included
   */
  @SuppressWarnings("unchecked")
  public <T> T memo(Object key, Function<Block, T> compute) {
    Object known = memo.get(key);
    if (known == null) {
      known = compute.apply(this);
      memo.put(key, known);
    }
    return (T) known;
  }
}
