package nightshift.pipelines;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nightshift.io.research.UnitSums;
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
 * @param seconds since this process began
 * @param before what of all this an earlier process did
 */
record RunProgress(
    long units,
    long written,
    long failed,
    long evaluations,
    long barsEvaluated,
    double seconds,
    UnitSums before) {
  private static final long MB = 1 << 20;

  /** Of a run that one process does. */
  RunProgress(
      long units, long written, long failed, long evaluations, long barsEvaluated, double seconds) {
    this(units, written, failed, evaluations, barsEvaluated, seconds, new UnitSums(0, 0, 0));
  }

  /** Of a run that has not done anything yet. */
  static RunProgress none(int units, UnitSums before) {
    return new RunProgress(
        units, before.units(), 0, before.evaluations(), before.barsEvaluated(), 0, before);
  }

  /**
   * The same with what the ledger says in the end.
   *
   * @param failures units that failed, those of an earlier process among them that were not done
   *     again
   */
  RunProgress with(UnitSums ledger, int failures) {
    return new RunProgress(
        units,
        Math.max(written, ledger.units()),
        failures,
        ledger.evaluations(),
        ledger.barsEvaluated(),
        seconds,
        before);
  }

  /** What the counters of a pipeline say, which are those of this process. */
  static RunProgress of(PipelineResult result, int units, UnitSums before, double seconds) {
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
        before.units() + counts.getOrDefault(Counters.UNITS_WRITTEN, 0L),
        counts.getOrDefault(Counters.UNITS_FAILED, 0L),
        before.evaluations() + counts.getOrDefault(Counters.EVALUATIONS, 0L),
        before.barsEvaluated() + counts.getOrDefault(Counters.BARS_EVALUATED, 0L),
        seconds,
        before);
  }

  /** Backtests a second; 0 in the first moment. */
  double evaluationsPerSecond() {
    return seconds > 0 ? (evaluations - before.evaluations()) / seconds : 0;
  }

  /** Seconds to go if it goes on like this; NaN until a unit is written. */
  double secondsLeft() {
    long here = written - before.units();
    return here > 0 ? seconds / here * (units - written) : Double.NaN;
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
