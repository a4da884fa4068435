package nightshift.transforms;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nightshift.io.market.Column;

/** Which prices a fold needs; two units that ask for the same share them. */
record PanelRequest(MarketSource source, FoldSymbols fold, Search search) {

  /** First day, inclusive, warm-up included. */
  LocalDate from() {
    return fold.fold().warmUpFrom(search.warmUp());
  }

  /** Last day, inclusive. */
  LocalDate to() {
    return fold.fold().testTo();
  }

  Set<Column> columns() {
    return EnumSet.copyOf(search.columns());
  }

  /** How many bytes the panel and its units take at most. */
  FoldBytes bytes() {
    return new FoldBytes(fold, search);
  }
}
