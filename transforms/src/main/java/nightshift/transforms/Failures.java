package nightshift.transforms;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what went wrong in a unit into one line for the ledger, and the whole of it into the log.
 */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static String describe(Unit unit, Throwable thrown) {
    LOG.debug("{} failed", unit, thrown);
    return describe(thrown);
  }

  static String describe(Throwable thrown) {
    Throwable failure = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    StackTraceElement[] trace = failure.getStackTrace();
    if (failure instanceof java.io.IOException && message != null) {
      return message;
    }
    return kind
        + (message == null ? "" : ": " + message)
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
