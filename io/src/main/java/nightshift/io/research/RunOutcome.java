package nightshift.io.research;

import java.time.Instant;

/**
 * What is known of a run when it ends.
 *
 * @param evaluations backtests computed in this process
 * @param barsEvaluated candidates x bars of those
 * @param filesOpened distinct price files opened
 * @param seconds wall-clock time
 * @param peakRssBytes largest resident size seen, or -1 where the system does not say
 * @param readBytes what the workers read from files while they read prices; -1 where the system
 *     does not say
 */
public record RunOutcome(
    Instant finishedAt,
    int unitsFailed,
    long evaluations,
    long barsEvaluated,
    int filesOpened,
    double seconds,
    long peakRssBytes,
    long readBytes) {}
