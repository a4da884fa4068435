package nightshift.pipelines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.profiles.Locations;
import nightshift.profiles.Research;
import nightshift.profiles.Resources;
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

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "Searches the strategies' parameters and writes the research database (the default).";
  }

  @Override
  public void prepare() {
    RunnerOptions.begin();
  }

  @Override
  public int run(Context context) throws Exception {
    TimeLimit limit = TimeLimit.of(context.settings());
    Research research = Research.of(context.settings());
    Resources resources = Resources.of(context.settings());
    Locations locations = Locations.of(context.settings());
    RunnerOptions.requirePresent(resources);
    Path file = databaseFile(locations.research());
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
      return runOrSay(context, plan, research, room, early, file);
    }
  }

  private static void setUnitLimit(Context context) {
    Optional<Duration> limit = context.settings().get(Settings.UNIT_TIMEOUT);
    UnitThreads.ofThisProcess()
        .setLimit(
            limit.map(Duration::toNanos).orElse(Long.MAX_VALUE),
            Settings.UNIT_TIMEOUT.option() + "=" + limit.map(TimeLimit::text).orElse("none"));
  }

  /** Says that it was interrupted while the process is still held up for it. */
  private static int runOrSay(
      Context context,
      ResearchPlan plan,
      Research research,
      PanelRoom room,
      EarlyEnd early,
      Path file)
      throws Exception {
    try {
      return run(context, plan, research, room, early, file);
    } catch (InterruptedRunException e) {
      context.err().println("nightshift: " + e.getMessage());
      return INTERRUPTED;
    }
  }

  private static int run(
      Context context,
      ResearchPlan plan,
      Research research,
      PanelRoom room,
      EarlyEnd early,
      Path file)
      throws Exception {
    Optional<FirstPanel> first = Optional.empty();
    Resources resources = room.resources();
    try (ResearchDatabase database = ResearchDatabase.at(file)) {
      // As late as can be: Beam is getting ready in the background.
      PipelineOptions options =
          RunnerOptions.of(resources, context.settings().get(Settings.BEAM_CHECKS));
      first = firstPanel(resources, plan);
      NightlyRun run = new NightlyRun(plan, research, room, options, database, early);
      RunReport report = run.execute(context);
      report.print(context.out());
      return report.isClean() || !context.settings().get(Settings.STRICT) ? DONE : NOT_CLEAN;
    } finally {
      if (first.isPresent()) {
        first.get().end();
      }
      Panels.ofThisProcess().releaseUnused();
      plan.source().close();
    }
  }

  /** Where the units are worked on in this process. */
  private static Optional<FirstPanel> firstPanel(Resources resources, ResearchPlan plan) {
    return resources.runner().equals("DirectRunner")
        ? Optional.of(FirstPanel.begin(plan.source(), plan.units(), plan.search()))
        : Optional.empty();
  }

  /** The database's file, looked at before anything else is done, and not created yet. */
  private static Path databaseFile(String research) {
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
