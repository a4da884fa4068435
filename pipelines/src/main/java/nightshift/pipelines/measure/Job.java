package nightshift.pipelines.measure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nightshift.profiles.CompilerChoice;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Locations;
import nightshift.profiles.Machine;
import nightshift.profiles.Resources;
import nightshift.profiles.Setting;
import nightshift.profiles.Settings;

/**
 * A run with every setting spelt out, so that nothing is left to the machine, the profile or the
 * environment.
 *
 * @param options value by name, without hyphens
 */
public record Job(SortedMap<String, String> options) {
  /** Where a child's results go is not its own business, nor is how much it says, and to whom. */
  private static final Set<Setting<?>> NOT_PASSED =
      Set.of(
          Settings.PROFILE,
          Settings.RESEARCH,
          Settings.STRICT,
          Settings.VERBOSE,
          Settings.LOG,
          Settings.NOTIFY);

  public Job {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /**
   * The run that these settings stand for. What is left to this machine (the market's place, the
   * cores, the memory) has the value that it has here, also for a child that sees less of it.
   */
  public static Job of(EffectiveSettings settings) {
    Resources resources = Resources.of(settings);
    SortedMap<String, String> options = new TreeMap<>();
    for (Setting<?> setting : Settings.ALL) {
      if (!NOT_PASSED.contains(setting)) {
        options.put(setting.name(), settings.text(setting));
      }
    }
    options.put(Settings.MARKET.name(), Locations.of(settings).market().toString());
    options.put(Settings.WORKERS.name(), Integer.toString(resources.workers()));
    options.put(Settings.MEMORY.name(), Integer.toString(resources.memoryMb()));
    return new Job(options);
  }

  /**
   * The same with what follows from other settings fixed: the compiler, which follows from the size
   * of the run, and the heap, which follows from the memory and what else Java needs. It is one
   * that leaves room for both compilers, a collector with larger tables, and a worker for each
   * core: jobs made from this one differ in just the settings in which they are made to differ.
   */
  public Job fixed(Machine machine) {
    String compiler = CompilerChoice.of(EffectiveSettings.of(machine, options)).text();
    Job largest =
        with(Settings.JVM_COMPILER, "full")
            .with(Settings.JVM_FLAGS, "-XX:+UseG1GC")
            .with(Settings.WORKERS, Integer.toString(Math.max(machine.cores(), workers())));
    Resources least = Resources.of(EffectiveSettings.of(machine, largest.options));
    int asked = Resources.of(EffectiveSettings.of(machine, options)).heapMb();
    return with(Settings.JVM_HEAP, Integer.toString(Math.min(asked, least.heapMb())))
        .with(Settings.JVM_COMPILER, compiler);
  }

  private int workers() {
    return Integer.parseInt(text(Settings.WORKERS));
  }

  /** The same but for one setting. */
  public Job with(Setting<?> setting, String text) {
    SortedMap<String, String> changed = new TreeMap<>(options);
    changed.put(setting.name(), text);
    return new Job(changed);
  }

  public String text(Setting<?> setting) {
    return options.get(setting.name());
  }

  /** The value of a setting, or another text where a job has none of it. */
  public String text(Setting<?> setting, String otherwise) {
    return options.getOrDefault(setting.name(), otherwise);
  }

  /** The job as settings, for a research database beside which its index of the market is. */
  public EffectiveSettings settings(Machine machine, String research) {
    Map<String, String> all = new TreeMap<>(options);
    all.put(Settings.RESEARCH.name(), research);
    return EffectiveSettings.of(machine, all);
  }

  /** The options of a command line. */
  List<String> words() {
    return options.entrySet().stream().map(o -> "--" + o.getKey() + "=" + o.getValue()).toList();
  }
}
