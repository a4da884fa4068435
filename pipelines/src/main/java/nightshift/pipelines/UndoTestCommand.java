package nightshift.pipelines;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nightshift.pipelines.measure.Bounds;
import nightshift.pipelines.measure.Job;
import nightshift.pipelines.measure.Launcher;
import nightshift.pipelines.measure.Measurement;
import nightshift.pipelines.tuning.Undo;
import nightshift.pipelines.tuning.UndoJson;
import nightshift.pipelines.tuning.UndoTable;
import nightshift.pipelines.tuning.Variant;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Kind;
import nightshift.profiles.Locations;
import nightshift.profiles.Machine;
import nightshift.profiles.Nearest;
import nightshift.profiles.Setting;
import nightshift.profiles.SettingGroup;
import nightshift.profiles.Settings;

/** Measures a job as it is, and with one setting undone at a time: which of them matters. */
final class UndoTestCommand implements Command {
  private static final Setting<Boolean> LIST =
      own("list", Kind.FLAG, "", "false", "Say what can be undone, and run nothing.");
  private static final Setting<List<String>> ONLY =
      own("only", Kind.namesOr("all"), "", "all", "What to undo, of what --list shows.");
  private static final Setting<Integer> TIMES =
      own("times", Kind.whole(1, 100), "runs", "3", "How often each is measured, in turn.");
  private static final Setting<OptionalInt> LIMIT =
      own(
          "limit",
          Kind.wholeOr("memory", 1, 1 << 20),
          "MB",
          "memory",
          "Where a run is killed; memory: at what the setting of that name says.");
  private static final Setting<Double> MAX_MINUTES =
      own("maxMinutes", Kind.decimal("0.01", "10000"), "minutes", "60", "When a run is ended.");
  private static final Setting<Boolean> JSON =
      own("json", Kind.FLAG, "", "false", "Print JSON, with every single run.");

  private static final long MB = 1 << 20;

  private final Launcher launcher;

  UndoTestCommand() {
    this(new Launcher(Locations.home().resolve("nightshift")));
  }

  /**
   * @param launcher what runs are started with
   */
  UndoTestCommand(Launcher launcher) {
    this.launcher = launcher;
  }

  private static <T> Setting<T> own(
      String name, Kind<T> kind, String unit, String defaultText, String description) {
    return new Setting<>(name, SettingGroup.COMMAND, kind, unit, defaultText, description);
  }

  @Override
  public String name() {
    return "undo-test";
  }

  @Override
  public String summary() {
    return "Measures what each setting that keeps runs small or short costs or saves here.";
  }

  @Override
  public List<Setting<?>> own() {
    return List.of(LIST, ONLY, TIMES, LIMIT, MAX_MINUTES, JSON);
  }

  @Override
  public int run(Context context) throws IOException, InterruptedException {
    EffectiveSettings settings = context.settings();
    Job job = Job.of(settings).fixed(settings.machine());
    List<Undo> chosen = chosen(settings.get(ONLY));
    if (settings.get(LIST)) {
      list(chosen, job, settings.machine(), context.out());
      return DONE;
    }
    Bounds bounds = bounds(settings, job);
    Variant asItIs = new Variant("as it is", "", job);
    List<Variant> undone = variants(chosen, job, settings.machine(), context.err());
    try (ChildJobs jobs = ChildJobs.prepare(settings, launcher)) {
      measure(jobs, asItIs, undone, bounds, context);
      long limitMb = bounds.limitBytes() / MB;
      if (settings.get(JSON)) {
        UndoJson.print(asItIs, undone, limitMb, jobs.heldBy(), context.out());
      } else {
        UndoTable.print(asItIs, undone, context.out());
        context.out().println("Each run had " + limitMb + " MB: " + jobs.heldBy() + ".");
      }
    }
    return DONE;
  }

  private static List<Undo> chosen(List<String> only) {
    List<Undo> all = Undo.all();
    List<String> names = all.stream().map(Undo::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new UsageException(
            "--only: nothing called '"
                + name
                + "' can be undone"
                + Nearest.hint(name, names)
                + "; allowed are "
                + String.join(", ", names));
      }
    }
    return all.stream().filter(undo -> only.isEmpty() || only.contains(undo.name())).toList();
  }

  private static void list(List<Undo> undos, Job job, Machine machine, PrintStream out) {
    for (Undo undo : undos) {
      Optional<Job> undone = undo.of(job, machine);
      out.printf("%-11s %s%n", undo.name(), undo.meaning());
      out.printf(
          "%-11s   %s%n",
          "",
          undone.map(other -> undo.change(job, other)).orElse("as it is already: nothing to undo"));
    }
  }

  private static List<Variant> variants(
      List<Undo> chosen, Job job, Machine machine, PrintStream err) {
    List<Variant> variants = new ArrayList<>();
    for (Undo undo : chosen) {
      Optional<Job> undone = undo.of(job, machine);
      if (undone.isPresent()) {
        variants.add(new Variant(undo.name(), undo.change(job, undone.get()), undone.get()));
      } else {
        err.println("left out  " + undo.name() + ": it is like that already");
      }
    }
    return variants;
  }

  private static Bounds bounds(EffectiveSettings settings, Job job) {
    int memory = Integer.parseInt(job.text(Settings.MEMORY));
    int limit = settings.get(LIMIT).orElse(memory);
    if (limit < memory) {
      throw new UsageException(
          "--limit must be at least the "
              + memory
              + " MB that the job may take (lower that with --memory), got "
              + limit);
    }
    if (limit > settings.machine().memoryMb()) {
      throw new UsageException(
          "--limit must be at most the "
              + settings.machine().memoryMb()
              + " MB that this machine has, got "
              + limit);
    }
    return Bounds.of(limit * MB, settings.get(MAX_MINUTES) * 60, settings.machine().memoryBytes());
  }

  /** In turn, so that what changes on the machine meanwhile favours none. */
  private static void measure(
      ChildJobs jobs, Variant asItIs, List<Variant> undone, Bounds bounds, Context context)
      throws IOException, InterruptedException {
    PrintStream err = context.err();
    List<Variant> all = Stream.concat(Stream.of(asItIs), undone.stream()).toList();
    int times = context.settings().get(TIMES);
    double seconds = all.stream().mapToDouble(each -> jobs.estimate(each.job()).seconds()).sum();
    err.printf(
        Locale.ROOT,
        "measures  %s, each %s: about %s; Ctrl-C ends it%n",
        Count.of(all.size(), "job"),
        Count.of(times, "time"),
        RunProgress.duration(seconds * times));
    err.println("limit     " + bounds.limitBytes() / MB + " MB, " + jobs.heldBy());
    jobs.warmUp(asItIs.job(), bounds);
    for (int round = 1; round <= times; round++) {
      for (Variant variant : all) {
        Measurement measurement = jobs.run(variant.job(), bounds);
        variant.add(measurement);
        err.printf(
            "%d/%d  %-11s %s%n", round, times, variant.name(), MeasurementLine.of(measurement));
        if (variant == asItIs && !measurement.finished()) {
          throw new FailedRunException("the job as it is did not finish: " + measurement.reason());
        }
      }
    }
  }
}
