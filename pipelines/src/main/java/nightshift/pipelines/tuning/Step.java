package nightshift.pipelines.tuning;

import nightshift.pipelines.measure.Measurement;

/**
 * One step of a calibration.
 *
 * @param what the setting and its value
 * @param measurement what it took
 * @param verdict why it is kept or not; empty when it is kept
 */
public record Step(String what, Measurement measurement, String verdict) {

  public boolean kept() {
    return verdict.isEmpty();
  }
}
