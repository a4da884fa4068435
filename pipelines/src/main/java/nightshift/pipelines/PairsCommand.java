package nightshift.pipelines;

import java.nio.file.Path;
import java.util.List;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchLock;
import nightshift.io.research.ResearchReader;
import nightshift.profiles.Kind;
import nightshift.profiles.Locations;
import nightshift.profiles.Resources;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;
import nightshift.transforms.Panels;
import nightshift.transforms.Stop;
import nightshift.transforms.pairs.PairStatistics;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;

/** Refreshes the table of pairs: the closest of all, and whether they are cointegrated. */
final class PairsCommand implements Command {
  static final String NO_SECTORS = "none";

  static final Setting<Integer> FORMATION =
      own(
          "formation",
          Kind.whole(PairStatistics.LEAST_DAYS, 2520),
          "trading days",
          "252",
          "How many days up to the last one pairs are formed from.");
  static final Setting<Integer> SHORTLIST =
      own(
          "shortlist",
          Kind.whole(1, 100_000),
          "pairs",
          "200",
          "How many of the closest pairs are tested and written.");
  static final Setting<Double> MIN_CORRELATION =
      own(
          "minCorrelation",
          Kind.decimal("-1", "1"),
          "",
          "0.5",
          "The least correlation of the daily returns of a pair; -1 for any.");
  static final Setting<String> SECTORS =
      own(
          "sectors",
          Kind.text("the path of a CSV file or none", NO_SECTORS),
          "",
          NO_SECTORS,
          "A file with the columns symbol and sector: both of a pair must be in one sector.");

  private static <T> Setting<T> own(
      String name, Kind<T> kind, String unit, String defaultText, String description) {
    return new Setting<>(name, SettingGroup.COMMAND, kind, unit, defaultText, description);
  }

  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public String summary() {
    return "Finds the closest pairs of symbols, tests them, and writes them to the table pairs.";
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(FORMATION, SHORTLIST, MIN_CORRELATION, SECTORS);
  }

  @Override
  public List<Setting<?>> shared() {
    return List.of(
        Settings.PROFILE,
        Settings.STRICT,
        Settings.VERBOSE,
        Settings.MARKET,
        Settings.RESEARCH,
        Settings.SCRATCH_FOLDER,
        Settings.SYMBOLS,
        Settings.EXCLUDE,
        Settings.MAX_SYMBOLS,
        Settings.AS_OF,
        Settings.ADJUST,
        Settings.DATA_GATE,
        Settings.WORKERS,
        Settings.MEMORY,
        Settings.SCRATCH,
        Settings.JVM_HEAP,
        Settings.JVM_FLAGS,
        Settings.JVM_COMPILER,
        Settings.MALLOC_ARENAS,
        Settings.SAMPLE_SECONDS,
        Settings.RUNNER,
        Settings.BEAM_CHECKS);
  }

  @Override
  public void prepare() {
    RunnerOptions.begin();
  }

  @Override
  public int run(Context context) throws Exception {
    Resources resources = Resources.of(context.settings());
    Locations locations = Locations.of(context.settings());
    RunnerOptions.requirePresent(resources);
    Path file = RunCommand.databaseFile(locations.research());
    ResearchLock.requireFree(file);
    PairsPlan plan = PairsPlan.of(context.settings());
    PanelRoom room = PanelRoom.of(context.settings(), resources, locations);
    plan.requireFor(room);
    Panels.ofThisProcess().setBudget(resources.panelBytes());
    Panels.ofThisProcess().setScratch(room.choice(), room.folder());
    Stop.ofThisProcess().reset();
    try (ResearchLock lock = ResearchLock.take(file)) {
      return refresh(context, plan, resources, lock.database());
    } finally {
      Panels.ofThisProcess().releaseUnused();
      plan.source().close();
    }
  }

  private static int refresh(Context context, PairsPlan plan, Resources resources, Path file)
      throws ResearchException {
    String id = plan.search().id();
    ResearchDatabase.setAsideIfDamaged(file)
        .ifPresent(found -> context.err().println("nightshift: " + found));
    try (ResearchDatabase database = ResearchDatabase.at(file)) {
      database.beginRefresh(id);
      Alerts alerts = new Alerts(database, id);
      MemorySampler sampler = MemorySampler.start(database, id, resources, alerts);
      try {
        Pipeline pipeline =
            PairsPipeline.build(
                RunnerOptions.of(resources, context.settings().get(Settings.BEAM_CHECKS)),
                plan.job(database.path().toString()));
        PipelineResult.State state = pipeline.run().waitUntilFinish();
        if (state != PipelineResult.State.DONE) {
          throw new IllegalStateException("the pipeline ended as " + state);
        }
      } catch (RuntimeException e) {
        throw new FailedRunException("the pairs were not refreshed: " + NightlyRun.message(e), e);
      } finally {
        sampler.close();
      }
      List<String> messages = alerts.messages();
      try (ResearchReader reader = ResearchReader.open(database.path())) {
        Findings findings = Findings.of(id, reader);
        PairsText.print(reader.refresh(id), reader.pairs(id), context.out());
        findings.print(context.out());
        messages.forEach(message -> context.out().println("alert     " + message));
        context.out().println("results   " + database.path());
        boolean clean = messages.isEmpty() && findings.isEmpty();
        return clean || !context.settings().get(Settings.STRICT) ? DONE : NOT_CLEAN;
      }
    }
  }
}
