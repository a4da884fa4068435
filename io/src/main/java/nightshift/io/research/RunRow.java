package nightshift.io.research;

import java.time.Instant;

/**
 * What is known of a run when it begins.
 *
 * @param runId a hash of what decides the results; the same run begun again has the same
 * @param market the market's name, the same for every kind of store that holds it
 * @param settings JSON of what decides the results
 * @param resources JSON of what only decides the cost
 * @param estimate what the plan expects of it
 */
public record RunRow(
    String runId,
    Instant startedAt,
    String version,
    String market,
    String marketLocation,
    String settings,
    String resources,
    int symbols,
    int folds,
    int units,
    Estimate estimate) {

  /**
   * What a plan expects of a run.
   *
   * @param peakBytes resident size at its largest
   * @param readBytes of stored prices
   * @param seconds wall-clock time
   */
  public record Estimate(long peakBytes, long readBytes, double seconds) {}
}
