package nightshift.pipelines;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import nightshift.io.research.Afterwards;
import nightshift.io.research.BestOfFold;
import nightshift.io.research.FreshRun;
import nightshift.io.research.HoldoutRow;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchReader;
import nightshift.io.research.RunOutcome;
import nightshift.io.research.RunRow;
import nightshift.profiles.ProcessMemory;
import nightshift.profiles.Research;
import nightshift.profiles.Resources;
import nightshift.profiles.Severity;
import nightshift.transforms.HoldoutTrial;
import nightshift.transforms.JudgeChampions;
import nightshift.transforms.ParameterStability;
import nightshift.transforms.Stage;
import nightshift.transforms.StageTimes;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Duration;

/** One run of the nightly pipeline, from its first row in the database to its last. */
final class NightlyRun {
  private static final Duration BETWEEN_LOOKS = Duration.millis(200);

  private final ResearchPlan plan;
  private final Research research;
  private final PanelRoom room;
  private final Resources resources;
  private final PipelineOptions options;
  private final ResearchDatabase database;
  private final Recovery recovery;
  private final String runId;
  private final Alerts alerts;
  private String damage = "";
  private final long begun = System.nanoTime();

  NightlyRun(
      Recovery recovery,
      Research research,
      PanelRoom room,
      PipelineOptions options,
      ResearchDatabase database) {
    this.recovery = recovery;
    this.plan = recovery.plan();
    this.research = research;
    this.room = room;
    this.resources = room.resources();
    this.options = options;
    this.database = database;
    this.runId = plan.search().runId();
    this.alerts = new Alerts(database, runId);
  }

  /** Has the run raise an alert when it begins: of the nights so far nothing is left. */
  void alertOfDamage(String found) {
    damage = found;
  }

  /**
   * Runs to the end.
   *
   * @throws FailedRunException when no result came of it; the database says so too
   */
  RunReport execute(Context context) throws ResearchException {
    if (recovery.before().isPresent()) {
      database.continueRun(row());
    } else {
      database.beginRun(row());
    }
    RunProgress last = RunProgress.none(plan.units().size(), recovery.sums());
    if (!damage.isEmpty()) {
      alerts.open("database_damaged", Severity.CRITICAL, damage);
    }
    MemorySampler sampler = MemorySampler.start(database, runId, resources, alerts);
    try {
      Pipeline pipeline =
          NightlyPipeline.build(options, plan.job(recovery.done(), database.path().toString()));
      RunTimes.startedUp();
      last = watch(pipeline.run(), context);
    } catch (Exception e) {
      database.writeStages(runId, RunTimes.now().rows());
      database.failRun(runId, outcome(last), message(e));
      throw new FailedRunException("the run failed: " + message(e), e);
    } finally {
      sampler.close();
    }
    return finish(last);
  }

  private RunProgress watch(PipelineResult result, Context context) {
    try (ProgressLines lines = new ProgressLines(context.err(), ProgressLines.onTerminal())) {
      while (!isTerminal(result.waitUntilFinish(BETWEEN_LOOKS))) {
        lines.show(progress(result));
      }
    }
    return progress(result);
  }

  private static boolean isTerminal(PipelineResult.State state) {
    return state != null && state.isTerminal();
  }

  private RunProgress progress(PipelineResult result) {
    return RunProgress.of(
        result, plan.units().size(), recovery.sums(), (System.nanoTime() - begun) / 1e9);
  }

  private RunReport finish(RunProgress counted) throws ResearchException {
    if (counted.written() < counted.units()) {
      return fail(counted, counted.written() + " of " + counted.units() + " units were written");
    }
    try (ResearchReader reader = ResearchReader.open(database.path())) {
      RunProgress last = counted.with(reader.sums(runId));
      List<String> failures = reader.failures(runId);
      if (last.failed() == last.units()) {
        return fail(last, "all units failed; the first: " + failures.get(0));
      }
      if (!failures.isEmpty()) {
        alerts.warn(
            "failed_units",
            failures.size()
                + " of "
                + last.units()
                + " units failed; the first: "
                + failures.get(0));
      }
      RunOutcome outcome = judge(last, afterwards(reader.bestOfFolds(runId)));
      String published = FreshRun.published(runId);
      RunTimes times = RunTimes.now();
      database.writeStages(published, times.rows());
      return new RunReport(
          database.path(),
          published,
          last,
          times,
          new Measured(estimate(), outcome),
          plan.source().filesOpened(),
          plan.search().strategies(),
          reader.champions(),
          reader.fronts(published),
          reader.quarantined(published),
          reader.unreadable(published),
          alerts.messages());
    }
  }

  /** Finishes the run in the database, and says what is known of it then. */
  private RunOutcome judge(RunProgress last, Afterwards afterwards) throws ResearchException {
    AtomicReference<RunOutcome> ending = new AtomicReference<>();
    Stage.JUDGING.run(
        () ->
            database.finishRun(
                runId,
                afterwards,
                new JudgeChampions(plan.search()),
                () -> ending.updateAndGet(before -> outcome(last))));
    return ending.get();
  }

  /** What is found out about the best candidates when all are known. */
  private Afterwards afterwards(List<BestOfFold> best) throws ResearchException {
    List<HoldoutRow> rows = new ArrayList<>();
    if (plan.holdout().isPresent()) {
      HoldoutTrial trial = new HoldoutTrial(plan.source(), plan.holdout().get(), plan.search());
      int latest = plan.folds().get(0).fold().year();
      try {
        for (BestOfFold champion : best) {
          if (champion.fold() == latest) {
            rows.add(trial.run(champion));
          }
        }
      } catch (IOException e) {
        alerts.warn("holdout", "champions could not be run on the holdout: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ResearchException("the run was interrupted on the holdout", e);
      }
    }
    return new Afterwards(rows, ParameterStability.of(best));
  }

  private RunReport fail(RunProgress last, String cause) throws ResearchException {
    database.writeStages(runId, RunTimes.now().rows());
    database.failRun(runId, outcome(last), cause);
    throw new FailedRunException("the run failed: " + cause);
  }

  private RunRow row() {
    Map<String, String> cost = new TreeMap<>();
    cost.put("workers", Integer.toString(resources.workers()));
    cost.put("memory", Integer.toString(resources.memoryMb()));
    cost.put("runner", resources.runner());
    return new RunRow(
        runId,
        now(),
        Nightshift.versionNumber(),
        plan.search().market(),
        plan.market().location(),
        Json.object(research.texts()),
        Json.object(cost),
        plan.market().coverage().size(),
        plan.folds().size(),
        plan.units().size(),
        estimate());
  }

  private RunRow.Estimate estimate() {
    PlanEstimate estimate = PlanEstimate.of(plan, room);
    return new RunRow.Estimate(estimate.peakBytes(), plan.bytesToRead(), estimate.seconds());
  }

  private RunOutcome outcome(RunProgress last) {
    return new RunOutcome(
        now(),
        (int) last.failed(),
        last.evaluations(),
        last.barsEvaluated(),
        plan.source().filesOpened(),
        (System.nanoTime() - begun) / 1e9,
        ProcessMemory.now().peakResident(),
        StageTimes.ofThisProcess().bytes(Stage.READING).read());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** What the pipeline wraps is what went wrong. */
  private static String message(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getClass().getName().startsWith("org.apache.beam.")) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
