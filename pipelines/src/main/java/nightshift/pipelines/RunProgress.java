package nightshift.pipelines;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nightshift.profiles.ProcessMemory;
import nightshift.transforms.Counters;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * How far a run has come.
 *
 * @param units how many units there are
 * @param written units whose rows are in the database
 * @param failed units that failed
 * @param evaluations backtests so far
 * @param barsEvaluated candidates x bars of those
 * @param seconds since the run began
 */
record RunProgress(
    long units, long written, long failed, long evaluations, long barsEvaluated, double seconds) {
  private static final long MB = 1 << 20;

  /** What the counters of a pipeline say. */
  static RunProgress of(PipelineResult result, int units, double seconds) {
    MetricsFilter ours =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.inNamespace(Counters.NAMESPACE))
            .build();
    Map<String, Long> counts =
        StreamSupport.stream(result.metrics().queryMetrics(ours).getCounters().spliterator(), false)
            .collect(
                Collectors.toMap(
                    counter -> counter.getName().getName(), MetricResult::getAttempted, Long::sum));
    return new RunProgress(
        units,
        counts.getOrDefault(Counters.UNITS_WRITTEN, 0L),
        counts.getOrDefault(Counters.UNITS_FAILED, 0L),
        counts.getOrDefault(Counters.EVALUATIONS, 0L),
        counts.getOrDefault(Counters.BARS_EVALUATED, 0L),
        seconds);
  }

  /** Backtests a second; 0 in the first moment. */
  double evaluationsPerSecond() {
    return seconds > 0 ? evaluations / seconds : 0;
  }

  /** Seconds to go if it goes on like this; NaN until a unit is written. */
  double secondsLeft() {
    return written > 0 ? seconds / written * (units - written) : Double.NaN;
  }

  /** One line without its end. */
  String line() {
    double left = secondsLeft();
    return String.format(
        Locale.ROOT,
        "%d/%d units, %,.0f backtests/s, %d MB resident, %s",
        written,
        units,
        evaluationsPerSecond(),
        ProcessMemory.now().resident() / MB,
        Double.isNaN(left) ? "time left unknown" : duration(left) + " left");
  }

  /** A duration for people: {@code 8.2 s}, {@code 3:05 min}, {@code 1:02 h}. */
  static String duration(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
  }
}
