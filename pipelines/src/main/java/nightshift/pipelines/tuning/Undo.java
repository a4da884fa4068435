package nightshift.pipelines.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightshift.pipelines.measure.Job;
import nightshift.profiles.Machine;
import nightshift.profiles.Setting;
import nightshift.profiles.Settings;

/**
 * One setting that keeps a run small or short, and what it is without that care.
 *
 * @param name for {@code --only}
 * @param setting the one that changes
 * @param meaning what it does, for people; a few words
 * @param undone its value when undone; empty when the job has it like that already
 */
public record Undo(String name, Setting<?> setting, String meaning, Change undone) {

  /** What a setting becomes. */
  public interface Change {
    /**
     * @param text the value that the job has
     * @return the undone value; empty when that is what it is already
     */
    Optional<String> of(String text, Machine machine);
  }

  /** A population of a computer that has the time. */
  private static final int LARGE_POPULATION = 50;

  /** What Java takes on a computer with 64 bits, or more than any run needs. */
  private static final String[] LARGE_AREAS = {
    "-Xss1m",
    "-XX:CompressedClassSpaceSize=1g",
    "-XX:ReservedCodeCacheSize=240m",
    "-XX:MaxMetaspaceSize=1g"
  };

  /** All that can be undone, in the order in which they are measured and shown. */
  public static List<Undo> all() {
    return List.of(
        new Undo(
            "workers",
            Settings.WORKERS,
            "as many units at a time as there are cores",
            (text, machine) -> more(text, machine.cores())),
        new Undo(
            "symbols",
            Settings.MAX_SYMBOLS,
            "no choice of symbols before their prices are read",
            to("all")),
        new Undo("years", Settings.MAX_YEARS, "all years that there are", to("all")),
        new Undo(
            "population",
            Settings.POPULATION,
            "as many candidates as on a workstation",
            (text, machine) -> more(text, LARGE_POPULATION)),
        new Undo("scratch", Settings.SCRATCH, "all prices stay in Java's heap", to("never")),
        new Undo(
            "collector",
            Settings.JVM_FLAGS,
            "G1, which Java takes for two cores and 2 GB or more",
            flags(Undo::isCollector, "-XX:+UseG1GC")),
        new Undo(
            "areas",
            Settings.JVM_FLAGS,
            "stacks, class space and code cache as large as Java makes them",
            flags(Undo::isArea, LARGE_AREAS)),
        new Undo(
            "archive",
            Settings.JVM_FLAGS,
            "no class-data sharing: Java loads and checks every class",
            (text, machine) ->
                text.contains("-Xshare:off")
                    ? Optional.empty()
                    : Optional.of(joined(Stream.concat(words(text), Stream.of("-Xshare:off"))))),
        new Undo(
            "compiler",
            Settings.JVM_COMPILER,
            "both of Java's compilers, whatever the size of the run",
            to("full")),
        new Undo(
            "arenas",
            Settings.MALLOC_ARENAS,
            "as many pools of native memory as the C library makes",
            to("system")),
        new Undo(
            "checks",
            Settings.BEAM_CHECKS,
            "Beam copies every element to see that none is changed",
            to("true")));
  }

  /** The job with just this undone; empty when it is like that already. */
  public Optional<Job> of(Job job, Machine machine) {
    return undone.of(job.text(setting), machine).map(text -> job.with(setting, text));
  }

  /** For people: {@code workers 1 -> 4}; of flags, those that go and those that come. */
  public String change(Job job, Job undone) {
    String before = job.text(setting);
    String after = undone.text(setting);
    if (setting != Settings.JVM_FLAGS) {
      return String.format(Locale.ROOT, "%s %s -> %s", setting.name(), before, after);
    }
    Stream<String> gone =
        words(before).filter(flag -> !words(after).toList().contains(flag)).map("no "::concat);
    Stream<String> come = words(after).filter(flag -> !words(before).toList().contains(flag));
    return Stream.concat(gone, come).collect(Collectors.joining(", "));
  }

  private static Change to(String undone) {
    return (text, machine) -> text.equals(undone) ? Optional.empty() : Optional.of(undone);
  }

  private static Optional<String> more(String text, int number) {
    return Integer.parseInt(text) < number
        ? Optional.of(Integer.toString(number))
        : Optional.empty();
  }

  /** Without some flags, and with others, which win over those that Java gets anyway. */
  private static Change flags(Predicate<String> gone, String... come) {
    return (text, machine) ->
        words(text).toList().containsAll(List.of(come))
            ? Optional.empty()
            : Optional.of(
                joined(Stream.concat(words(text).filter(gone.negate()), Arrays.stream(come))));
  }

  private static boolean isCollector(String flag) {
    return flag.matches("-XX:\\+Use(Serial|Parallel|Z|Shenandoah|Epsilon)GC");
  }

  private static boolean isArea(String flag) {
    return flag.matches(
        "-Xss.*|-XX:(CompressedClassSpaceSize|ReservedCodeCacheSize|MaxMetaspaceSize)=.*");
  }

  private static Stream<String> words(String flags) {
    return flags.equals("none") ? Stream.empty() : Arrays.stream(flags.split("\\s+"));
  }

  private static String joined(Stream<String> flags) {
    String text = flags.collect(Collectors.joining(" "));
    return text.isEmpty() ? "none" : text;
  }
}
