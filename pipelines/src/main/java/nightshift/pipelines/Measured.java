package nightshift.pipelines;

import java.util.Locale;
import nightshift.io.research.RunOutcome;
import nightshift.io.research.RunRow;

/** What a run took, beside what its plan expected. */
record Measured(RunRow.Estimate estimate, RunOutcome outcome) {
  private static final double MB = 1 << 20;

  /** One line; what the system does not tell is unknown. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s of memory (planned %.0f MB), %s read (%.1f MB), %s (%s)",
        outcome.peakRssBytes() < 0
            ? "an unknown amount"
            : String.format(Locale.ROOT, "%.0f MB", outcome.peakRssBytes() / MB),
        estimate.peakBytes() / MB,
        outcome.readBytes() < 0
            ? "an unknown amount"
            : String.format(Locale.ROOT, "%.1f MB", outcome.readBytes() / MB),
        estimate.readBytes() / MB,
        RunProgress.duration(outcome.seconds()),
        RunProgress.duration(estimate.seconds()));
  }
}
