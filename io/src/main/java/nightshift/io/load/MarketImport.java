package nightshift.io.load;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightshift.io.load.ImportProgress.Phase;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Finding;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.io.market.PlainText;

/**
 * Brings one store into another, symbol by symbol, as the strategies would see it: what {@link
 * Market#read} sets aside is left out, and prices that it adjusts are stored adjusted.
 */
final class MarketImport {
  private static final Set<Column> ALL = EnumSet.allOf(Column.class);

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** Rules of the readers that mend a bar instead of leaving it out. */
  private static final Set<String> MENDED =
      Set.of("missing_open", "high_low_filled", "missing_adjusted_close");

  private MarketImport() {}

  static void run(Market from, MarketWriter writer, Tally tally, ImportProgress progress)
      throws MarketException {
    List<String> symbols = from.symbols();
    int done = 0;
    for (String symbol : symbols) {
      Optional<String> refusal = writer.refusal(symbol);
      if (refusal.isPresent()) {
        tally.fileAside(PlainText.of(symbol), refusal.get());
      } else {
        store(readOrPutAside(from, symbol, tally), writer, tally);
      }
      progress.at(Phase.WRITING, ++done, symbols.size(), PlainText.of(symbol));
    }
  }

  /**
   * @param slice null when it could not be read
   */
  private static void store(BarSlice slice, MarketWriter writer, Tally tally)
      throws MarketException {
    if (slice != null && slice.size() > 0) {
      SymbolBars bars = bars(slice);
      writer.write(bars);
      tally.stored(bars);
    }
  }

  private static BarSlice readOrPutAside(Market from, String symbol, Tally tally) {
    try {
      BarSlice slice = from.read(symbol, ALL, FIRST, LAST);
      tally.rowsRead += slice.size();
      slice.findings().forEach(finding -> count(finding, tally));
      return slice;
    } catch (MarketException e) {
      tally.fileAside(PlainText.of(symbol), e.getMessage());
      return null;
    }
  }

  private static void count(Finding finding, Tally tally) {
    String example = finding.symbol() + finding.date().map(d -> " " + d).orElse("");
    if (MENDED.contains(finding.rule())) {
      tally.takenWith(finding.rule(), finding.rows(), example);
    } else {
      tally.rowsRead += finding.rows();
      tally.setAside(finding.rule(), finding.rows(), example);
    }
  }

  private static SymbolBars bars(BarSlice slice) {
    return new SymbolBars(
        slice.symbol(),
        slice.days(),
        slice.column(Column.OPEN),
        slice.column(Column.HIGH),
        slice.column(Column.LOW),
        slice.column(Column.CLOSE),
        slice.column(Column.VOLUME),
        null);
  }
}
