package nightshift.pipelines.measure;

import java.util.OptionalLong;

/**
 * What one child took.
 *
 * @param seconds from its start to its end, by the clock
 * @param peakResident bytes: the most that it and its own children had in memory; 0 when it ended
 *     before it could be looked at
 * @param peakVirtual bytes: the most addresses that it reserved, its own children not counted
 * @param groupPeak bytes: the most that its control group was charged with, page cache included;
 *     empty without a control group
 * @param reason why it did not finish, one line; empty when it did
 */
public record Measurement(
    Outcome outcome,
    double seconds,
    long peakResident,
    long peakVirtual,
    OptionalLong groupPeak,
    String reason) {

  public boolean finished() {
    return outcome == Outcome.FINISHED;
  }
}
