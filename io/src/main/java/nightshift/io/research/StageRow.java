package nightshift.io.research;

/**
 * What a run spent on one of its stages.
 *
 * @param stage {@code start_up}, {@code reading}, ..., or {@code process} for all of it
 * @param cpuSeconds processor time, summed over the workers; NaN where it is not known
 * @param wallSeconds by the clock, summed over the workers
 * @param count how many times
 * @param peakRssBytes the largest resident size of the process while somebody was on the stage; -1
 *     where it is not known
 * @param readBytes what the threads on it read from files; -1 where it is not known
 */
public record StageRow(
    String stage,
    double cpuSeconds,
    double wallSeconds,
    long count,
    long peakRssBytes,
    long readBytes) {}
