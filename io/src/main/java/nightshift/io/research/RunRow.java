package nightshift.io.research;

import java.time.Instant;

/**
 * What is known of a run when it begins.
 *
 * @param runId a hash of what decides the results; the same run begun again has the same
 * @param market the market's name, the same for every kind of store that holds it
 * @param settings JSON of what decides the results
 * @param resources JSON of what only decides the cost
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
    int units) {}
