package nightshift.transforms;

import java.util.List;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;

/** Most symbols of a fold fail, so that nothing should be concluded from the others. */
final class MarketRefusedException extends MarketException {
  private static final long serialVersionUID = 1;

  /** Why each of them fails, and what else was found. */
  private final transient List<QuarantineRow> findings;

  MarketRefusedException(String message, List<QuarantineRow> findings) {
    super(message);
    this.findings = findings;
  }

  /** What was found, when a failure is such a refusal; otherwise nothing. */
  static List<QuarantineRow> findings(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof MarketRefusedException refused) {
        return refused.findings;
      }
    }
    return List.of();
  }
}
