package nightshift.transforms;

import java.time.LocalDate;
import nightshift.io.gate.GateAction;
import nightshift.io.gate.GateFinding;
import nightshift.io.market.Finding;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;

/** Turns what was found wrong with the data into rows of the research database. */
final class SetAside {
  private SetAside() {}

  /** What a market's reader found. */
  static QuarantineRow of(Finding finding) {
    return new QuarantineRow(
        finding.symbol(),
        finding.rule(),
        finding.date().map(LocalDate::toString).orElse(""),
        finding.rows(),
        Double.NaN,
        action(finding.rule()).text(),
        finding.detail());
  }

  /** What readers do, see {@link nightshift.io.market.BarSlice}. */
  private static GateAction action(String rule) {
    return switch (rule) {
      case "bad_date", "missing_close", "duplicate_day" -> GateAction.BARS_SET_ASIDE;
      case "high_low_filled", "unordered_rows" -> GateAction.MENDED;
      default -> GateAction.KEPT;
    };
  }

  /** What the data gate found. */
  static QuarantineRow of(String symbol, GateFinding finding) {
    return new QuarantineRow(
        symbol,
        finding.rule(),
        finding.day() == GateFinding.WHOLE_SYMBOL
            ? ""
            : LocalDate.ofEpochDay(finding.day()).toString(),
        finding.rows(),
        finding.value(),
        finding.action().text(),
        finding.detail());
  }

  /** A symbol that cannot be read at all. */
  static QuarantineRow unreadable(String symbol, MarketException cause) {
    return new QuarantineRow(
        symbol,
        "unreadable",
        "",
        0,
        Double.NaN,
        GateAction.SYMBOL_SET_ASIDE.text(),
        cause.getMessage());
  }
}
