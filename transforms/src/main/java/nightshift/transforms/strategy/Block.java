package nightshift.transforms.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;

/**
 * Symbols that are looked at together, in the order of their names, over one window. An instance
 * belongs to one worker.
 */
public final class Block implements Iterable<Bars> {
  private final Window window;
  private final List<Bars> symbols;
  private final Map<Object, Object> memo = new HashMap<>();

  private Block(Window window, List<Bars> symbols) {
    this.window = window;
    this.symbols = symbols;
  }

  /**
   * A block of a panel.
   *
   * @param from place of the first symbol in {@link Panel#symbols()}, inclusive
   * @param to place after the last symbol, exclusive
   */
  public static Block of(Panel panel, Window window, int from, int to) {
    Workspace workspace = new Workspace();
    workspace.restart(panel.days(), 0);
    return of(panel, window, from, to, workspace);
  }

  /**
   * A block that uses a worker's arrays: from now on the block that had them before must not be
   * used any more.
   */
  public static Block of(Panel panel, Window window, int from, int to, Workspace workspace) {
    workspace.begin(from, to);
    List<Bars> symbols = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      symbols.add(new Bars(panel.symbols().get(i), i - from, window, workspace.memo(i - from)));
    }
    return new Block(window, symbols);
  }

  /** A block of all symbols of a panel. */
  public static Block of(Panel panel, Window window) {
    return of(panel, window, 0, panel.symbols().size());
  }

  /** The traded days, as indices into the calendar. */
  public Window window() {
    return window;
  }

  /** How many symbols there are. */
  public int size() {
    return symbols.size();
  }

  public Bars get(int index) {
    return symbols.get(index);
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
