package nightshift.pipelines;

import java.util.Locale;
import nightshift.pipelines.measure.Measurement;

/** What a child took, for people. */
final class MeasurementLine {
  private static final double MB = 1 << 20;

  private MeasurementLine() {}

  /** {@code 171 MB resident, 2.3 s}, and what kept it from finishing. */
  static String of(Measurement measurement) {
    String taken =
        String.format(
            Locale.ROOT,
            "%.0f MB resident, %s",
            measurement.peakResident() / MB,
            RunProgress.duration(measurement.seconds()));
    return measurement.finished() ? taken : taken + ", " + measurement.reason();
  }
}
