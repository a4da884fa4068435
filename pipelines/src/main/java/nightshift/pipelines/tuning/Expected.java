package nightshift.pipelines.tuning;

/**
 * What a job is expected to take, before it is run.
 *
 * @param peakBytes resident memory
 * @param seconds by the clock
 */
public record Expected(double peakBytes, double seconds) {}
