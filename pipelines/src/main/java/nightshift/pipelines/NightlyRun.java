package nightshift.pipelines;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nightshift.io.research.Afterwards;
import nightshift.io.research.BestOfFold;
import nightshift.io.research.FreshRun;
import nightshift.io.research.HoldoutRow;
import nightshift.io.research.Judge;
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
import nightshift.transforms.Stop;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Duration;

/** One run of the nightly pipeline, from its first row in the database to its last. */
final class NightlyRun {
  private static final Duration BETWEEN_LOOKS = Duration.millis(200);

  /** So long are units given to be dropped, and rows to be written, when the process is to end. */
  private static final long DROPPING_NANOS = 500_000_000;

  private static final String CONTINUES = "; the next run with the same settings continues";
  private static final String NOT_SHOWN =
      "; that is not all of the latest fold, so champions stay those of the run before";
  private static final String NOT_ANEW =
      "; what it makes anew had finished, and stays what champions shows until this has";

  private final ResearchPlan plan;
  private final Research research;
  private final PanelRoom room;
  private final Resources resources;
  private final PipelineOptions options;
  private final ResearchDatabase database;
  private final Recovery recovery;
  private final Alerts alerts;
  private final EarlyEnd early;
  private String runId;
  private String damage = "";
  private final long begun = System.nanoTime();

  NightlyRun(
      Recovery recovery,
      Research research,
      PanelRoom room,
      PipelineOptions options,
      ResearchDatabase database,
      EarlyEnd early) {
    this.recovery = recovery;
    this.plan = recovery.plan();
    this.research = research;
    this.room = room;
    this.resources = room.resources();
    this.options = options;
    this.database = database;
    this.runId = plan.search().runId();
    this.alerts = new Alerts(database, runId);
    this.early = early;
  }

  /** Has the run raise an alert when it begins: of the nights so far nothing is left. */
  void alertOfDamage(String found) {
    damage = found;
  }

  /**
   * Runs to the end.
   *
   * @throws FailedRunException when no result came of it; the database says so too
   * @throws InterruptedRunException when the process is about to end; likewise
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
      Stop.ofThisProcess().ask();
      if (!early.isInterrupted()) {
        throw failed(last, message(e), e);
      }
    } finally {
      sampler.close();
    }
    early.searchIsOver();
    try {
      return finish(last);
    } catch (ResearchException e) {
      throw failed(last, e.getMessage(), e);
    }
  }

  private RunProgress watch(PipelineResult result, Context context) throws IOException {
    long end = Long.MAX_VALUE;
    try (ProgressLines lines = new ProgressLines(context.err(), ProgressLines.onTerminal())) {
      while (!isTerminal(result.waitUntilFinish(BETWEEN_LOOKS))) {
        early.look();
        if (!early.isInterrupted()) {
          lines.show(progress(result));
        } else if (end == Long.MAX_VALUE) {
          end = System.nanoTime() + DROPPING_NANOS;
        } else if (System.nanoTime() > end) {
          result.cancel();
          break;
        }
      }
    }
    return progress(result);
  }

  /**
   * Ends the run here if the process is about to end; asked before each step, as that waits for the
   * database to be closed but not for long.
   */
  private void requireUninterrupted(RunProgress last) throws ResearchException {
    if (early.isInterrupted()) {
      String cause = "interrupted with " + last.written() + " of " + Count.of(last.units(), "unit");
      database.interruptRun(runId, outcome(last), cause);
      throw new InterruptedRunException("the run was " + cause + CONTINUES);
    }
  }

  private static boolean isTerminal(PipelineResult.State state) {
    return state != null && state.isTerminal();
  }

  private RunProgress progress(PipelineResult result) {
    return RunProgress.of(
        result, plan.units().size(), recovery.sums(), (System.nanoTime() - begun) / 1e9);
  }

  private RunReport finish(RunProgress counted) throws ResearchException {
    try (ResearchReader reader = ResearchReader.open(database.path())) {
      List<String> failures = reader.failures(runId);
      RunProgress last = counted.with(reader.sums(runId), failures.size());
      requireUninterrupted(last);
      boolean partial = last.written() < last.units();
      if (partial && early.reached().isEmpty()) {
        throw failed(last, last.written() + " of " + last.units() + " units were written", null);
      }
      requireEnough(last, failures);
      String cause = partial ? endedBy(last) : null;
      boolean shown = !partial || isWorthShowing(reader);
      RunOutcome outcome = shown ? findOutAndJudge(reader, last, cause) : leave(last, cause);
      if (partial) {
        alerts.warn("partial", cause + (shown ? "" : notShown()) + CONTINUES);
      }
      RunTimes times = RunTimes.now();
      database.writeStages(runId, times.rows());
      return new RunReport(
          database.path(),
          runId,
          last,
          times,
          new Measured(estimate(), outcome),
          plan.source().filesOpened(),
          shown ? plan.search().strategies() : List.of(),
          shown ? reader.champions() : List.of(),
          shown ? reader.fronts(runId) : List.of(),
          Findings.of(runId, reader),
          reader.unreadable(runId),
          alerts.messages());
    }
  }

  /** Ends the run here if too many units failed, and says so if some did. */
  private void requireEnough(RunProgress last, List<String> failures) {
    if (failures.isEmpty()) {
      return;
    }
    String first = "; the first: " + failures.get(0);
    String some = failures.size() + " of " + last.units() + " units failed";
    if (failures.size() == last.units()) {
      throw failed(last, "all units failed" + first, null);
    }
    if (early.tooMany(failures.size(), last.units())) {
      throw failed(last, some + ", more than " + early.mostThatMayFail() + first, null);
    }
    alerts.warn("failed_units", some + first);
  }

  private String endedBy(RunProgress last) {
    return "the search ended by "
        + early.reached().orElseThrow()
        + " with "
        + last.written()
        + " of "
        + Count.of(last.units(), "unit");
  }

  /**
   * Whether what there is takes the place of the last run's champions: when all units of the latest
   * fold are there, as then its champions are those that the whole run would have; or when there is
   * nothing yet that it would take the place of, but what it showed itself. A run that is made anew
   * would take the place of its own, which is whole.
   */
  private boolean isWorthShowing(ResearchReader reader) throws ResearchException {
    if (FreshRun.is(runId)) {
      return false;
    }
    int there = reader.units(runId, plan.folds().get(0).fold().year());
    int ofFold = plan.units().size() / plan.folds().size();
    boolean alone =
        reader.champions().isEmpty() || reader.shown().filter(runId::equals).isPresent();
    return there == ofFold || there > 0 && alone;
  }

  private String notShown() {
    return FreshRun.is(runId) ? NOT_ANEW : NOT_SHOWN;
  }

  private RunOutcome leave(RunProgress last, String cause) throws ResearchException {
    RunOutcome outcome = outcome(last);
    database.leavePartial(runId, outcome, cause);
    return outcome;
  }

  private RunOutcome findOutAndJudge(ResearchReader reader, RunProgress last, String cause)
      throws ResearchException {
    Afterwards afterwards = afterwards(reader.bestOfFolds(runId));
    requireUninterrupted(last);
    return judge(last, afterwards, cause);
  }

  /**
   * Finishes the run in the database, and says what is known of it then. From here on the run has
   * the name under which readers see it.
   *
   * @param cause why units are missing; null where none are
   */
  private RunOutcome judge(RunProgress last, Afterwards afterwards, String cause)
      throws ResearchException {
    AtomicReference<RunOutcome> ending = new AtomicReference<>();
    Judge judge = new JudgeChampions(plan.search());
    Supplier<RunOutcome> outcome = () -> ending.updateAndGet(before -> outcome(last));
    Stage.JUDGING.run(
        () -> {
          if (cause == null) {
            database.finishRun(runId, afterwards, judge, outcome);
          } else {
            database.finishPartly(runId, cause, afterwards, judge, outcome);
          }
        });
    runId = FreshRun.published(runId);
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

  /** Marks the run as failed, if the database still takes it. */
  private FailedRunException failed(RunProgress last, String cause, Exception thrown) {
    FailedRunException failure = new FailedRunException("the run failed: " + cause, thrown);
    try {
      database.writeStages(runId, RunTimes.now().rows());
      database.failRun(runId, outcome(last), cause);
    } catch (ResearchException unwritten) {
      failure.addSuppressed(unwritten);
    }
    return failure;
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
  static String message(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getClass().getName().startsWith("org.apache.beam.")) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
