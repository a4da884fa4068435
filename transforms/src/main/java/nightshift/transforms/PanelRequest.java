package nightshift.transforms;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nightshift.io.market.Column;

/**
 * Which prices a fold needs; two units that ask for the same share them.
 *
 * @param from first day, inclusive, warm-up included
 * @param to last day, inclusive
 */
record PanelRequest(
    MarketSource source, FoldSymbols fold, Set<Column> columns, LocalDate from, LocalDate to) {
  static PanelRequest of(MarketSource source, FoldSymbols fold, Search search) {
    return new PanelRequest(
        source,
        fold,
        EnumSet.copyOf(search.columns()),
        fold.fold().warmUpFrom(search.warmUp()),
        fold.fold().testTo());
  }

  /** How many bytes the panel takes at most. */
  long bytes() {
    return fold.panelBytes(columns.size());
  }
}
