package nightshift.pipelines;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nightshift.io.research.MarketChange;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchLock;
import nightshift.profiles.Kind;
import nightshift.profiles.Locations;
import nightshift.profiles.Research;
import nightshift.profiles.Resources;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;
import nightshift.transforms.FirstPanel;
import nightshift.transforms.Panels;
import nightshift.transforms.Stage;
import nightshift.transforms.StageTimes;
import nightshift.transforms.Stop;
import nightshift.transforms.UnitThreads;
import nightshift.transforms.Workbenches;
import org.apache.beam.sdk.options.PipelineOptions;

/** The nightly research: plan, search, validate, write, and say what came out. */
final class RunCommand implements Command {
  private static final Setting<Boolean> FRESH =
      new Setting<>(
          "fresh",
          SettingGroup.COMMAND,
          Kind.FLAG,
          "",
          "false",
          "Start anew where the same run was begun, or has finished, before.");

  private static final int SHOWN = 5;

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "Searches the strategies' parameters and writes the research database (the default).";
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(FRESH);
  }

  @Override
  public void prepare() {
    RunnerOptions.begin();
  }

  @Override
  public int run(Context context) throws Exception {
    RunNotice notice = RunNotice.of(context);
    try {
      return begin(context, notice);
    } catch (Throwable e) {
      notice.tellFailed(e);
      throw e;
    }
  }

  private static int begin(Context context, RunNotice notice) throws Exception {
    TimeLimit limit = TimeLimit.of(context.settings());
    Research research = Research.of(context.settings());
    Resources resources = Resources.of(context.settings());
    Locations locations = Locations.of(context.settings());
    RunnerOptions.requirePresent(resources);
    Path file = databaseFile(locations.research());
    ResearchLock.requireFree(file);
    StrategyGuard.admit(StrategyChoice.of(research.strategies()).strategies());
    StageTimes.ofThisProcess().reset();
    ResearchPlan plan = Stage.LISTING.time(() -> ResearchPlan.of(research, locations));
    PanelRoom room = PanelRoom.of(context.settings(), resources, locations);
    room.requireFor(plan);
    PlanText.printShort(plan, room, context.out());
    Panels.ofThisProcess().setBudget(resources.panelBytes());
    Workbenches.ofThisProcess().setKeptBytes(resources.keptBytes());
    Panels.ofThisProcess().setScratch(room.choice(), room.folder());
    setUnitLimit(context);
    Stop.ofThisProcess().reset();
    try (Interruption interruption = Interruption.listen()) {
      EarlyEnd early = EarlyEnd.of(context.settings(), limit, interruption);
      int status = runOrSay(context, plan, room, early, file, notice);
      notice.tell();
      return status;
    }
  }

  private static void setUnitLimit(Context context) {
    Optional<Duration> limit = context.settings().get(Settings.UNIT_TIMEOUT);
    UnitThreads.ofThisProcess()
        .setLimit(
            limit.map(Duration::toNanos).orElse(Long.MAX_VALUE),
            Settings.UNIT_TIMEOUT.option() + "=" + limit.map(TimeLimit::text).orElse("none"));
  }

  /**
   * Says that it was interrupted, and gives the lock back, while the process is still held up for
   * it.
   */
  private static int runOrSay(
      Context context,
      ResearchPlan plan,
      PanelRoom room,
      EarlyEnd early,
      Path file,
      RunNotice notice)
      throws Exception {
    try (ResearchLock lock = ResearchLock.take(file)) {
      return run(context, plan, room, early, lock.database(), notice);
    } catch (InterruptedRunException e) {
      notice.tellInterrupted(e);
      context.err().println("nightshift: " + e.getMessage());
      return INTERRUPTED;
    } finally {
      Panels.ofThisProcess().releaseUnused();
      plan.source().close();
    }
  }

  /** The run itself, of which there is one at a time on a database. */
  private static int run(
      Context context,
      ResearchPlan plan,
      PanelRoom room,
      EarlyEnd early,
      Path file,
      RunNotice notice)
      throws Exception {
    Optional<String> damage = ResearchDatabase.setAsideIfDamaged(file);
    damage.ifPresent(found -> context.err().println("nightshift: " + found));
    Optional<FirstPanel> first = Optional.empty();
    try (ResearchDatabase database = ResearchDatabase.at(file)) {
      sayWhatChanged(plan, database, context);
      boolean fresh = context.settings().get(FRESH);
      ResearchPlan begun =
          Research.of(context.settings()).warmStart()
              ? WarmStarts.take(plan, database, context.out())
              : plan;
      Recovery recovery = Recovery.of(begun, fresh, database);
      recovery.print(context.out());
      notice.begun(plan.search().runId());
      boolean clean;
      if (recovery.isComplete()) {
        clean = new FinishedRun(recovery, database).show(context.out());
        notice.endedBefore(clean);
      } else {
        // As late as can be: Beam is getting ready in the background.
        PipelineOptions options =
            RunnerOptions.of(room.resources(), context.settings().get(Settings.BEAM_CHECKS));
        first = firstPanel(room.resources(), recovery);
        NightlyRun run =
            new NightlyRun(
                recovery, Research.of(context.settings()), room, options, database, early);
        damage.ifPresent(run::alertOfDamage);
        RunReport report = run.execute(context);
        report.print(context.out());
        notice.ended(report);
        clean = report.isClean();
      }
      return clean || !context.settings().get(Settings.STRICT) ? DONE : NOT_CLEAN;
    } finally {
      if (first.isPresent()) {
        first.get().end();
      }
    }
  }

  /** Other prices are another run: people should not wonder why nothing is continued. */
  private static void sayWhatChanged(ResearchPlan plan, ResearchDatabase database, Context context)
      throws ResearchException {
    MarketChange change =
        database.noteMarket(
            plan.market().location(),
            plan.market().contents(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    if (!change.symbols().isEmpty()) {
      context
          .out()
          .printf(
              "changed   market changed since %s: %s (%s%s)%n",
              change.since(),
              Count.of(change.symbols().size(), "symbol"),
              change.symbols().stream().limit(SHOWN).collect(Collectors.joining(", ")),
              change.symbols().size() > SHOWN ? ", ..." : "");
    }
  }

  /** Where the units are worked on in this process. */
  private static Optional<FirstPanel> firstPanel(Resources resources, Recovery recovery) {
    ResearchPlan plan = recovery.plan();
    return resources.runner().equals("DirectRunner")
        ? FirstPanel.begin(plan.source(), recovery.left(), plan.search())
        : Optional.empty();
  }

  /** The database's file, looked at before anything else is done, and not created yet. */
  static Path databaseFile(String research) {
    if (research.startsWith("jdbc:")) {
      throw new UsageException(
          "--research=" + research + ": only SQLite files can be written, name one");
    }
    try {
      ResearchDatabase.requireWritable(Path.of(research));
      return Path.of(research);
    } catch (ResearchException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
