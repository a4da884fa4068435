package nightshift.pipelines.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nightshift.pipelines.measure.Job;
import nightshift.pipelines.measure.Measurement;
import nightshift.pipelines.measure.Spread;

/** A job that is measured several times, and what came of it. */
public final class Variant {
  private static final double MB = 1 << 20;

  private final String name;
  private final String change;
  private final Job job;
  private final List<Measurement> measurements = new ArrayList<>();

  /**
   * @param name of what is undone
   * @param change how the job differs from the one that all are compared with, for people
   */
  public Variant(String name, String change, Job job) {
    this.name = name;
    this.change = change;
    this.job = job;
  }

  public String name() {
    return name;
  }

  public String change() {
    return change;
  }

  public Job job() {
    return job;
  }

  public void add(Measurement measurement) {
    measurements.add(measurement);
  }

  public List<Measurement> measurements() {
    return List.copyOf(measurements);
  }

  /** Seconds by the clock, of those that finished; empty when none did. */
  public Optional<Spread> seconds() {
    return spread(Measurement::seconds);
  }

  /** MB resident at the most, of those that finished. */
  public Optional<Spread> resident() {
    return spread(measurement -> measurement.peakResident() / MB);
  }

  /** MB of reserved addresses at the most, of those that finished. */
  public Optional<Spread> virtual() {
    return spread(measurement -> measurement.peakVirtual() / MB);
  }

  private Optional<Spread> spread(ToDoubleFunction<Measurement> figure) {
    List<Double> figures =
        measurements.stream()
            .filter(Measurement::finished)
            .map(measurement -> figure.applyAsDouble(measurement))
            .toList();
    return figures.isEmpty() ? Optional.empty() : Optional.of(Spread.of(figures));
  }

  /** What kept some from finishing: the first reason, and of how many. */
  public Optional<String> unfinished() {
    List<Measurement> others = measurements.stream().filter(m -> !m.finished()).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d of %d %s",
                others.size(),
                measurements.size(),
                others.get(0).reason()));
  }
}
