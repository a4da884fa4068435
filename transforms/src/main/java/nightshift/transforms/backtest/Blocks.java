package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Strategy.Scope;
import nightshift.transforms.strategy.Workspace;

/**
 * A panel cut into blocks of symbols. Where each symbol is traded by itself, a block is as many
 * symbols as have their prices in a number of bytes, at least one, and what a strategy memoised on
 * it is forgotten after use: so one block's prices and indicators are all that a worker needs at
 * once. Where symbols are ranked or paired there is one block of all, kept with its memo; of a
 * panel in a file, the columns that the strategy looks at are then in memory, and what else a
 * ledger needs is read symbol by symbol.
 */
final class Blocks {
  /** What a ledger looks at. */
  private static final Set<Column> LEDGER = Set.of(Column.OPEN, Column.CLOSE);

  private final Panel panel;
  private final Window window;
  private final List<Integer> starts;
  private final Block whole;
  private final Set<Column> columns;
  private final Workspace workspace;

  /**
   * @param ledgerWarmUp how many bars before the window a ledger looks at
   */
  Blocks(
      Panel panel,
      Window window,
      Strategy strategy,
      int ledgerWarmUp,
      long blockBytes,
      Workspace workspace) {
    this.panel = panel;
    this.workspace = workspace;
    this.window = window;
    boolean together = strategy.scope() == Scope.PANEL;
    this.columns = EnumSet.copyOf(LEDGER);
    columns.addAll(strategy.columns());
    this.starts = together ? List.of() : cut(panel, columns.size(), blockBytes);
    this.whole =
        together ? Block.whole(panel, window, strategy, LEDGER, ledgerWarmUp, workspace) : null;
  }

  private static List<Integer> cut(Panel panel, int columns, long blockBytes) {
    List<Integer> starts = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < panel.size(); i++) {
      long symbol = (long) Double.BYTES * columns * panel.length(i);
      if (i == 0 || bytes + symbol > blockBytes) {
        starts.add(i);
        bytes = 0;
      }
      bytes += symbol;
    }
    return starts;
  }

  /** The block of all symbols; empty where each symbol is traded by itself. */
  Optional<Block> whole() {
    return Optional.ofNullable(whole);
  }

  /** Visits all blocks in the order of their symbols. */
  void forEach(Consumer<Block> visitor) {
    if (whole != null) {
      visitor.accept(whole);
    }
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : panel.size();
      visitor.accept(Block.of(panel, window, starts.get(i), end, columns, workspace));
    }
  }
}
