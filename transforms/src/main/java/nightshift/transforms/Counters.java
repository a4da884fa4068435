package nightshift.transforms;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/** The names of everything that is counted while a pipeline runs. */
public final class Counters {
  /** All counters are in this namespace. */
  public static final String NAMESPACE = "nightshift";

  /** Units whose rows are in the database, failed ones included. */
  public static final String UNITS_WRITTEN = "units_written";

  /** Units that failed. */
  public static final String UNITS_FAILED = "units_failed";

  /** Backtests of a candidate over a whole panel. */
  public static final String EVALUATIONS = "evaluations";

  /** Candidates x bars of those. */
  public static final String BARS_EVALUATED = "bars_evaluated";

  private Counters() {}

  static Counter counter(String name) {
    return Metrics.counter(NAMESPACE, name);
  }
}
