package nightshift.profiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The syntax of a profile: lines of {@code key = value}, empty lines, and comments after {@code #}
 * at the beginning of a line. It is read here and not by {@link java.util.Properties}, which knows
 * no line numbers and keeps quiet about a key that is there twice.
 */
final class ProfileFile {
  private ProfileFile() {}

  /**
   * The entries, each checked.
   *
   * @param profile its name or path, for messages
   * @throws SettingException for the first line that cannot be used
   */
  static Map<String, Profile.Entry> parse(String profile, List<String> lines) {
    Map<String, Profile.Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(entries, line, Source.profile(profile, i + 1));
      }
    }
    return entries;
  }

  private static void add(Map<String, Profile.Entry> entries, String line, Source source) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new SettingException(source + ": expected key = value, got '" + line + "'");
    }
    String key = line.substring(0, equals).strip();
    String text = line.substring(equals + 1).strip();
    setting(key, source).parse(text, source);
    Profile.Entry earlier = entries.put(key, new Profile.Entry(text, source));
    if (earlier != null) {
      throw new SettingException(
          source + ": " + key + " is there already, see " + earlier.source());
    }
  }

  private static Setting<?> setting(String key, Source source) {
    List<String> keys =
        Settings.ALL.stream().filter(s -> s != Settings.PROFILE).map(Setting::name).toList();
    return Settings.named(key)
        .filter(setting -> setting != Settings.PROFILE)
        .orElseThrow(
            () ->
                new SettingException(
                    source
                        + ": unknown key '"
                        + key
                        + "'"
                        + Nearest.hint(key, keys)
                        + "; allowed are "
                        + String.join(", ", keys)));
  }
}
