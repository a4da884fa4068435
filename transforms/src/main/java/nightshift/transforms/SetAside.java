package nightshift.transforms;

import java.time.LocalDate;
import nightshift.io.market.Finding;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;

/** Turns what was found wrong with the data into rows of the research database. */
final class SetAside {
  private SetAside() {}

  static QuarantineRow of(Finding finding) {
    return new QuarantineRow(
        finding.symbol(),
        finding.rule(),
        finding.date().map(LocalDate::toString).orElse(""),
        finding.rows(),
        finding.detail());
  }

  /** A symbol that cannot be read at all. */
  static QuarantineRow unreadable(String symbol, MarketException cause) {
    return new QuarantineRow(symbol, "unreadable", "", 0, cause.getMessage());
  }
}
