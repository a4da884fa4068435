package nightshift.io.research;

import java.time.Instant;

/**
 * The run that was begun last.
 *
 * @param status {@code running}, {@code finished}, {@code partial}, {@code interrupted}, {@code
 *     failed}
 * @param cause why it did not finish; empty when it did
 * @param resident the most that was sampled, in bytes; 0 for no sample, as with the next two
 * @param virtual the most addresses, in bytes
 * @param budget that it was held to, in bytes
 */
public record LastRun(
    String runId,
    String status,
    Instant startedAt,
    String cause,
    long resident,
    long virtual,
    long budget) {}
