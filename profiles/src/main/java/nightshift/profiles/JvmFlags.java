package nightshift.profiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the launcher how to start Java for a command line: one line of words, each a flag, an
 * environment variable {@code NAME=value}, or the file of the class archive, {@code archive=FILE}.
 * It takes the same arguments as the program itself, so that the profile is the one authority on
 * flags too.
 *
 * <p>The lines after it are the files that the words follow from, besides the arguments, the
 * environment, the jars, the processors that may be used and the machine's memory: as long as all
 * of these are what they were, so are the words.
 */
public final class JvmFlags {
  private JvmFlags() {}

  /** Prints the lines; nothing when the arguments are wrong, which the program itself reports. */
  public static void main(String[] args) {
    try {
      EffectiveSettings settings =
          EffectiveSettings.resolve(Machine.here(), List.of(), System.getenv(), options(args));
      int java = Runtime.version().feature();
      List<String> words = new ArrayList<>(words(settings, java));
      String home = System.getProperty("nightshift.home");
      if (home != null) {
        ClassArchive.of(Path.of(home)).ifPresent(archive -> words.addAll(archive.words(java)));
      }
      System.out.println(String.join(" ", words));
      files(settings.profile()).forEach(System.out::println);
    } catch (SettingException leftToTheProgram) {
      System.out.println();
    }
  }

  /**
   * The words of the line.
   *
   * @param java the feature version of the Java that will be started: 17, 25, ...
   */
  public static List<String> words(EffectiveSettings settings, int java) {
    Resources resources = Resources.of(settings);
    List<String> words = new ArrayList<>();
    resources.mallocArenas().ifPresent(arenas -> words.add("MALLOC_ARENA_MAX=" + arenas));
    words.addAll(resources.budget().flags());
    words.addAll(HugePages.flags());
    if (resources.isSerial()) {
      words.addAll(resources.budget().serialFlags());
    }
    words.addAll(CompilerChoice.of(settings).flags());
    words.addAll(resources.jvmFlags());
    if (java >= 24) {
      // SQLite and the codecs load native libraries, and Beam reaches for sun.misc.Unsafe: both
      // are expected, and would be warned of on every start.
      words.add("--enable-native-access=ALL-UNNAMED");
      words.add("--sun-misc-unsafe-memory-access=allow");
    }
    return words;
  }

  private static Stream<Path> files(Profile profile) {
    Path release = Path.of(System.getProperty("java.home"), "release");
    return Stream.of(
            Machine.files().stream(),
            HugePages.files().stream(),
            profile.file().stream(),
            Stream.of(release))
        .flatMap(files -> files);
  }

  /** The shared options among the arguments; those of one command do not matter here. */
  static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      String[] parts = args[i].split("=", 2);
      Optional<Setting<?>> setting =
          parts[0].startsWith("--") ? Settings.named(parts[0].substring(2)) : Optional.empty();
      if (setting.isEmpty()) {
        continue;
      }
      String name = setting.get().name();
      if (parts.length == 2) {
        options.put(name, parts[1]);
      } else if (setting.get().isFlag()) {
        options.put(name, "true");
      } else if (i + 1 < args.length) {
        options.put(name, args[++i]);
      }
    }
    return options;
  }
}
