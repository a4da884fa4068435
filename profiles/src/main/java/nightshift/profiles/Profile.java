package nightshift.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings to begin with, from a file that people can read, copy and change.
 *
 * @param name of a bundled profile, or the absolute path of a file
 * @param reason why this profile, for people
 * @param entries the settings in the file, by name
 */
public record Profile(String name, String reason, Map<String, Entry> entries) {

  /**
   * One line of a profile.
   *
   * @param text the value as it is written
   * @param source profile and line
   */
  public record Entry(String text, Source source) {}

  /** The profiles that come with Nightshift, from the smallest to the largest. */
  public static final List<String> NAMES = List.of("pi_safe", "pi_balanced", "workstation");

  static final String AUTO = "auto";
  static final Profile NONE = new Profile("none", "no profile", Map.of());

  public Profile {
    entries = Map.copyOf(entries);
  }

  /**
   * Reads a profile.
   *
   * @param text {@code auto}, a name of {@link #NAMES}, or the path of a file, known by a slash or
   *     the ending {@code .properties}
   * @throws SettingException when there is no such profile, or something in it is not allowed
   */
  static Profile load(String text, Machine machine) {
    if (text.equals(AUTO)) {
      AutoProfile choice = AutoProfile.of(machine);
      return bundled(choice.profile(), "chosen by looking at the machine: " + choice.reason());
    }
    if (NAMES.contains(text)) {
      return bundled(text, "chosen by name");
    }
    if (text.contains("/") || text.endsWith(".properties")) {
      return fromFile(text);
    }
    List<String> words = Stream.concat(Stream.of(AUTO), NAMES.stream()).toList();
    throw new SettingException(
        "unknown profile '"
            + text
            + "'"
            + Nearest.hint(text, words)
            + "; allowed are "
            + String.join(", ", words)
            + " and the path of a .properties file");
  }

  /** A profile of {@link #NAMES}. */
  public static Profile bundled(String name, String reason) {
    try (InputStream file = Profile.class.getResourceAsStream(name + ".properties")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Profile(name, reason, ProfileFile.parse(name, text.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("bundled profile " + name, e);
    }
  }

  /** The file that it was read from; empty for what comes with Nightshift. */
  Optional<Path> file() {
    return Optional.of(Path.of(name)).filter(Path::isAbsolute);
  }

  private static Profile fromFile(String text) {
    Path path =
        Kind.absolute(text)
            .orElseThrow(() -> new SettingException("profile '" + text + "' is not a path"));
    List<String> lines = TextFile.lines("profile", path);
    return new Profile(
        path.toString(), "chosen by path", ProfileFile.parse(path.toString(), lines));
  }
}
