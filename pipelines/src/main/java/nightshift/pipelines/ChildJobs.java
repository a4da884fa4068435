package nightshift.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightshift.pipelines.measure.Bounds;
import nightshift.pipelines.measure.Children;
import nightshift.pipelines.measure.HardLimit;
import nightshift.pipelines.measure.Job;
import nightshift.pipelines.measure.Launcher;
import nightshift.pipelines.measure.Measurement;
import nightshift.pipelines.measure.WorkFolder;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Locations;
import nightshift.profiles.Machine;
import nightshift.profiles.ProcessMemory;
import nightshift.profiles.Research;
import nightshift.profiles.Resources;
import nightshift.profiles.Settings;

/** The jobs of {@code undo-test} and {@code calibrate}: planned here, run as children. */
final class ChildJobs implements AutoCloseable {
  private static final long MB = 1 << 20;

  /** A first start may write down Java's classes, which takes a small machine a minute. */
  private static final double SECONDS_TO_WARM_UP = 300;

  private final Machine machine;
  private final HardLimit limit;
  private final WorkFolder folder;
  private final Children children;

  private ChildJobs(Machine machine, HardLimit limit, WorkFolder folder, Children children) {
    this.machine = machine;
    this.limit = limit;
    this.folder = folder;
    this.children = children;
  }

  /**
   * Makes ready for children.
   *
   * @throws UsageException when none can be run here, with the reason
   */
  static ChildJobs prepare(EffectiveSettings settings, Launcher launcher) {
    if (!launcher.isThere()) {
      throw new UsageException(
          "runs are started with the launcher, and there is none at "
              + launcher.script()
              + ": start this with it");
    }
    if (ProcessMemory.now().resident() < 0) {
      throw new UsageException("memory is measured by /proc, which this system does not have");
    }
    HardLimit limit = HardLimit.ofThisMachine();
    WorkFolder folder = folder(Locations.of(settings).research());
    return new ChildJobs(settings.machine(), limit, folder, new Children(launcher, limit, folder));
  }

  private static WorkFolder folder(String research) {
    Path beside =
        research.startsWith("jdbc:")
            ? Path.of(System.getProperty("java.io.tmpdir"))
            : Path.of(research).toAbsolutePath().getParent();
    try {
      return WorkFolder.make(beside);
    } catch (IOException e) {
      throw new UsageException(
          "cannot make a folder for trial databases in "
              + beside
              + " ("
              + (Files.isWritable(existing(beside)) ? e : "not allowed to write there")
              + "); name a place with --research=FILE",
          e);
    }
  }

  private static Path existing(Path path) {
    Path there = path;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  /** By what children are held, for people. */
  String heldBy() {
    return limit.description();
  }

  Machine machine() {
    return machine;
  }

  /**
   * What a job would do. The index of the market's files is made on the way, beside where children
   * write: no child finds it missing that another one had.
   *
   * @throws UsageException when there is nothing to run
   */
  PlanEstimate estimate(Job job) {
    ResearchPlan plan = plan(job);
    try {
      EffectiveSettings settings = settings(job);
      Resources resources = Resources.of(settings);
      return PlanEstimate.of(plan, PanelRoom.of(settings, resources, Locations.of(settings)));
    } finally {
      plan.source().close();
    }
  }

  /** The plan of a job; its source is the caller's to close. */
  ResearchPlan plan(Job job) {
    EffectiveSettings settings = settings(job);
    return ResearchPlan.of(Research.of(settings), Locations.of(settings));
  }

  /** How many symbols there are for a job, if it takes all that are not left out by name. */
  int symbols(Job job) {
    ResearchPlan plan = plan(job.with(Settings.MAX_SYMBOLS, "all"));
    try {
      return plan.market().coverage().size();
    } finally {
      plan.source().close();
    }
  }

  /** Over how many calendar years a job's symbols have bars. */
  int years(Job job) {
    ResearchPlan plan = plan(job.with(Settings.MAX_YEARS, "all"));
    try {
      return plan.last().getYear() - plan.market().first().getYear() + 1;
    } finally {
      plan.source().close();
    }
  }

  private EffectiveSettings settings(Job job) {
    return job.settings(machine, folder.database().toString());
  }

  /**
   * Runs a small part of a job, which is not measured: the launcher builds what it keeps from one
   * start to the next, and the machine has the program's files at hand.
   *
   * @throws UsageException when not even that works
   */
  void warmUp(Job job, Bounds bounds) throws IOException, InterruptedException {
    Measurement small =
        run(
            job.with(Settings.MAX_SYMBOLS, "2")
                .with(Settings.MAX_YEARS, "1")
                .with(Settings.POPULATION, "2")
                .with(Settings.GENERATIONS, "1"),
            bounds.withAtLeast(SECONDS_TO_WARM_UP));
    if (!small.finished()) {
      throw new UsageException(
          "not even a small part of the job runs within "
              + bounds.limitBytes() / MB
              + " MB: "
              + small.reason());
    }
  }

  Measurement run(Job job, Bounds bounds) throws IOException, InterruptedException {
    return children.run(job, bounds);
  }

  @Override
  public void close() throws IOException {
    children.close();
  }
}
