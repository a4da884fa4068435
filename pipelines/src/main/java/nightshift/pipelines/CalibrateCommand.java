package nightshift.pipelines;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import nightshift.pipelines.measure.Bounds;
import nightshift.pipelines.measure.Job;
import nightshift.pipelines.measure.Launcher;
import nightshift.pipelines.measure.Measurement;
import nightshift.pipelines.measure.Outcome;
import nightshift.pipelines.tuning.Budget;
import nightshift.pipelines.tuning.CalibratedProfile;
import nightshift.pipelines.tuning.Calibration;
import nightshift.pipelines.tuning.Expected;
import nightshift.pipelines.tuning.Raise;
import nightshift.pipelines.tuning.Step;
import nightshift.pipelines.tuning.Workbench;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Kind;
import nightshift.profiles.Locations;
import nightshift.profiles.Nearest;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;

/** Raises one setting at a time until the budget is reached, and writes that as a profile. */
final class CalibrateCommand implements Command {
  private static final Setting<Path> TO =
      own(
          "to",
          Kind.path("the path of a .properties file"),
          "",
          "calibrated.properties",
          "The profile to write.");
  private static final Setting<Boolean> OVERWRITE =
      own("overwrite", Kind.FLAG, "", "false", "Replace the profile if it is there.");
  private static final Setting<List<String>> RAISE =
      own(
          "raise",
          Kind.namesOr("all"),
          "",
          "all",
          "What to raise, the most important first: " + String.join(", ", Raise.words()) + ".");
  private static final Setting<Double> MAX_MINUTES =
      own(
          "maxMinutes",
          Kind.decimal("0.01", "10000"),
          "minutes",
          "10",
          "How long a run may take by the clock.");
  private static final Setting<Boolean> DRY_RUN =
      own("dryRun", Kind.FLAG, "", "false", "Show the steps by estimate, and run nothing.");

  private static final double MB = 1 << 20;

  /** The most that the setting allows. */
  private static final int LARGEST_POPULATION = 10_000;

  private final Launcher launcher;

  CalibrateCommand() {
    this(new Launcher(Locations.home().resolve("nightshift")));
  }

  /**
   * @param launcher what runs are started with
   */
  CalibrateCommand(Launcher launcher) {
    this.launcher = launcher;
  }

  private static <T> Setting<T> own(
      String name, Kind<T> kind, String unit, String defaultText, String description) {
    return new Setting<>(name, SettingGroup.COMMAND, kind, unit, defaultText, description);
  }

  @Override
  public String name() {
    return "calibrate";
  }

  @Override
  public String summary() {
    return "Raises one setting at a time as far as memory and time allow; writes a profile.";
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(TO, OVERWRITE, RAISE, MAX_MINUTES, DRY_RUN);
  }

  @Override
  public int run(Context context) throws IOException, InterruptedException {
    EffectiveSettings settings = context.settings();
    List<Raise> raises = raises(settings.get(RAISE));
    boolean dry = settings.get(DRY_RUN);
    if (!dry) {
      requireWritable(settings.get(TO), settings.get(OVERWRITE));
    }
    Job job = Job.of(settings);
    long bytes = Long.parseLong(job.text(Settings.MEMORY)) << 20;
    Budget budget = new Budget(bytes, settings.get(MAX_MINUTES) * 60);
    Bounds bounds = Bounds.of(bytes, budget.seconds(), settings.machine().memoryBytes());
    try (ChildJobs jobs = ChildJobs.prepare(settings, launcher)) {
      Workbench bench = dry ? new OnPaper(jobs) : new OnMachine(jobs, bounds);
      begin(context, jobs, budget, dry);
      if (!dry) {
        jobs.warmUp(job, bounds);
      }
      Calibration calibration = new Calibration(bench, budget, step -> print(step, context.out()));
      calibrate(calibration, job, raises);
      if (dry) {
        context.out().println("dry run: by estimate, nothing was run and nothing written");
      } else {
        write(context, calibration, jobs, budget);
      }
    }
    return DONE;
  }

  private static List<Raise> raises(List<String> words) {
    for (String word : words) {
      if (!Raise.words().contains(word)) {
        throw new UsageException(
            "--raise: '"
                + word
                + "' cannot be raised"
                + Nearest.hint(word, Raise.words())
                + "; allowed are "
                + String.join(", ", Raise.words()));
      }
    }
    return words.isEmpty()
        ? List.of(Raise.values())
        : words.stream().map(word -> Raise.valueOf(word.toUpperCase(Locale.ROOT))).toList();
  }

  /** Looked at before hours are spent on it. */
  private static void requireWritable(Path file, boolean overwrite) {
    Path folder = file.getParent();
    if (!file.toString().endsWith(".properties")) {
      throw new UsageException("--to must be the path of a .properties file, got " + file);
    }
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("--to: " + folder + " is no folder to write a profile in");
    }
    if (Files.exists(file) && !overwrite) {
      throw new UsageException(
          "--to: " + file + " is there already; name another, or add --overwrite to replace it");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException("--to: not allowed to write in " + folder);
    }
  }

  private static void begin(Context context, ChildJobs jobs, Budget budget, boolean dry) {
    context
        .err()
        .printf(
            Locale.ROOT,
            "budget    %.0f MB resident, %s by the clock; a twentieth of both is left%n",
            budget.bytes() / MB,
            RunProgress.duration(budget.seconds()));
    if (!dry) {
      context.err().println("limit     " + jobs.heldBy() + "; Ctrl-C ends it");
    }
  }

  private static void calibrate(Calibration calibration, Job job, List<Raise> raises)
      throws IOException, InterruptedException {
    if (!calibration.begin(job)) {
      throw new FailedRunException(
          "the job as it is is not within the budget: "
              + calibration.steps().get(0).verdict()
              + "; begin with a smaller profile, or raise --memory or --maxMinutes");
    }
    for (Raise raise : raises) {
      calibration.raise(raise);
    }
  }

  private static void print(Step step, PrintStream out) {
    out.println(line(step));
  }

  private static String line(Step step) {
    Measurement taken = step.measurement();
    return String.format(
        Locale.ROOT,
        "%-20s %5.0f MB  %9s  %s",
        step.what(),
        taken.peakResident() / MB,
        RunProgress.duration(taken.seconds()),
        step.kept() ? "fits" : step.verdict());
  }

  private static void write(Context context, Calibration calibration, ChildJobs jobs, Budget budget)
      throws IOException {
    EffectiveSettings settings = context.settings();
    Path file = settings.get(TO);
    CalibratedProfile.of(
            comments(settings, calibration, jobs, budget), settings, calibration.best())
        .write(file);
    context.out().println("profile   " + file);
    context.out().println("use it    nightshift run --profile=" + file);
  }

  private static List<String> comments(
      EffectiveSettings settings, Calibration calibration, ChildJobs jobs, Budget budget) {
    List<String> comments = new ArrayList<>();
    comments.add(
        String.format(
            Locale.ROOT,
            "Measured by nightshift calibrate on %s.",
            LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES)));
    comments.add("");
    comments.add("machine  " + settings.machine());
    comments.add("Java     " + System.getProperty("java.version"));
    comments.add("market   " + Locations.of(settings).market());
    comments.add("from     profile " + settings.profile().name());
    comments.add(
        String.format(
            Locale.ROOT,
            "budget   %.0f MB resident, %s; a twentieth of both is left",
            budget.bytes() / MB,
            RunProgress.duration(budget.seconds())));
    comments.add("limit    " + jobs.heldBy());
    comments.add(
        String.format(
            Locale.ROOT,
            "takes    %.0f MB resident, %s",
            calibration.taken().peakResident() / MB,
            RunProgress.duration(calibration.taken().seconds())));
    comments.add("");
    comments.add("Steps, each with what was kept of those before it:");
    calibration.steps().forEach(step -> comments.add("  " + line(step)));
    return comments;
  }

  /** What a market and a machine have at the most. */
  private static int ceiling(ChildJobs jobs, Raise raise, Job job) {
    return switch (raise) {
      case WORKERS -> jobs.machine().cores();
      case SYMBOLS -> jobs.symbols(job);
      case YEARS -> jobs.years(job);
      case POPULATION -> LARGEST_POPULATION;
    };
  }

  private static Expected expected(ChildJobs jobs, Job job) {
    PlanEstimate estimate = jobs.estimate(job);
    return new Expected(estimate.peakBytes(), estimate.seconds());
  }

  /** Runs jobs on this machine. */
  private record OnMachine(ChildJobs jobs, Bounds bounds) implements Workbench {
    @Override
    public Expected expect(Job job) {
      return expected(jobs, job);
    }

    @Override
    public Measurement measure(Job job) throws IOException, InterruptedException {
      return jobs.run(job, bounds);
    }

    @Override
    public int ceiling(Raise raise, Job job) {
      return CalibrateCommand.ceiling(jobs, raise, job);
    }
  }

  /** Runs nothing, and takes the estimate for what would be measured. */
  private record OnPaper(ChildJobs jobs) implements Workbench {
    @Override
    public Expected expect(Job job) {
      return expected(jobs, job);
    }

    @Override
    public Measurement measure(Job job) {
      Expected expected = expect(job);
      return new Measurement(
          Outcome.FINISHED,
          expected.seconds(),
          (long) expected.peakBytes(),
          0,
          OptionalLong.empty(),
          "");
    }

    @Override
    public int ceiling(Raise raise, Job job) {
      return CalibrateCommand.ceiling(jobs, raise, job);
    }
  }
}
