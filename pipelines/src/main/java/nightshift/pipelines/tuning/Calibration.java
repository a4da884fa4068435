package nightshift.pipelines.tuning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nightshift.pipelines.measure.Job;
import nightshift.pipelines.measure.Measurement;

/**
 * Raises one number of a job after the other until the budget is reached. What a step will take is
 * expected from the plans' estimates, set right by what the steps before it took.
 */
public final class Calibration {
  private static final double MB = 1 << 20;

  /** More workers that save less than this share of the time are not worth their memory. */
  private static final double WORTH_A_WORKER = 0.05;

  /**
   * Memory is expected with less certainty than time, and a child that takes too much of it is over
   * soon: only what is expected to take so much more is not tried.
   */
  private static final double CERTAINLY_TOO_MUCH = 1.25;

  private final Workbench bench;
  private final Budget budget;
  private final Consumer<Step> told;
  private final List<Step> steps = new ArrayList<>();

  private Job best;
  private Expected expected;
  private Measurement taken;

  /** How many bytes were taken for each that was expected to come on top. */
  private double bytesForExpected = 1;

  /**
   * @param told hears of each step when it is done
   */
  public Calibration(Workbench bench, Budget budget, Consumer<Step> told) {
    this.bench = bench;
    this.budget = budget;
    this.told = told;
  }

  /**
   * Runs the job as it is.
   *
   * @return whether it is within the budget, which the rest depends on
   */
  public boolean begin(Job job) throws IOException, InterruptedException {
    Measurement measurement = bench.measure(job);
    Step step = done("as it is", measurement, overBudget(measurement));
    best = job;
    expected = bench.expect(job);
    taken = measurement;
    return step.kept();
  }

  /** Raises one number as far as it goes; the job is within the budget. */
  public void raise(Raise raise) throws IOException, InterruptedException {
    String text = best.text(raise.setting());
    int ceiling = bench.ceiling(raise, best);
    if (text.equals("all") || Integer.parseInt(text) >= ceiling) {
      return;
    }
    Job start = best;
    Climb.from(
        Integer.parseInt(text),
        ceiling,
        value -> mayFit(with(start, raise, value)),
        value -> attempt(raise, value));
  }

  private static Job with(Job job, Raise raise, int value) {
    return job.with(raise.setting(), Integer.toString(value));
  }

  private boolean attempt(Raise raise, int value) throws IOException, InterruptedException {
    Job job = with(best, raise, value);
    Measurement measurement = bench.measure(job);
    String verdict = overBudget(measurement);
    if (verdict.isEmpty()
        && raise == Raise.WORKERS
        && measurement.seconds() > (1 - WORTH_A_WORKER) * taken.seconds()) {
      verdict = "no faster";
    }
    Step step = done(raise.setting().name() + " = " + value, measurement, verdict);
    if (step.kept()) {
      learn(job, measurement);
    }
    return step.kept();
  }

  private Step done(String what, Measurement measurement, String verdict) {
    Step step = new Step(what, measurement, verdict);
    steps.add(step);
    told.accept(step);
    return step;
  }

  private void learn(Job job, Measurement measurement) {
    Expected now = bench.expect(job);
    double more = now.peakBytes() - expected.peakBytes();
    if (more > MB) {
      double ratio = (measurement.peakResident() - taken.peakResident()) / more;
      bytesForExpected = Math.max(0, Math.min(2, ratio));
    }
    best = job;
    expected = now;
    taken = measurement;
  }

  private boolean mayFit(Job job) {
    Expected then = bench.expect(job);
    double bytes =
        taken.peakResident() + bytesForExpected * (then.peakBytes() - expected.peakBytes());
    double seconds = taken.seconds() * then.seconds() / expected.seconds();
    return bytes <= CERTAINLY_TOO_MUCH * budget.bytes() && seconds <= budget.usableSeconds();
  }

  /** What is wrong with it, for people; empty when it is within the budget. */
  private String overBudget(Measurement measurement) {
    if (!measurement.finished()) {
      return measurement.reason();
    }
    if (measurement.peakResident() > budget.usableBytes()) {
      return String.format(Locale.ROOT, "over 95 %% of %.0f MB", budget.bytes() / MB);
    }
    return measurement.seconds() > budget.usableSeconds()
        ? String.format(Locale.ROOT, "over 95 %% of %.0f seconds", budget.seconds())
        : "";
  }

  /** The largest job that was within the budget. */
  public Job best() {
    return best;
  }

  /** What that took. */
  public Measurement taken() {
    return taken;
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }
}
