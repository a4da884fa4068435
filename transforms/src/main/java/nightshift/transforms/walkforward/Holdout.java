package nightshift.transforms.walkforward;

import java.time.LocalDate;

/**
 * The last days of history, which neither a search nor a test sees: only what was found without
 * them is run on them, once.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record Holdout(LocalDate from, LocalDate to) {

  public Holdout {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "holdout must end after it begins, got " + from + " to " + to);
    }
  }

  /**
   * The last months of history.
   *
   * @param months at least 1
   * @param last the last day of history, inclusive
   */
  public static Holdout ofMonths(int months, LocalDate last) {
    return new Holdout(last.minusMonths(months).plusDays(1), last);
  }

  /** The last day that everything else may see. */
  public LocalDate before() {
    return from.minusDays(1);
  }

  /** These days as those of a test, so that its prices and their warm-up are read like a fold's. */
  public Fold fold() {
    return new Fold(from.getYear(), before(), before(), from, to);
  }
}
