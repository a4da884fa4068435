package nightshift.pipelines.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What {@code /etc/watchdog.conf} says: lines {@code name = value}; a number sign begins a comment,
 * and of several lines of a name the last counts.
 */
record WatchdogConfig(Map<String, String> values) {

  WatchdogConfig {
    values = Map.copyOf(values);
  }

  static WatchdogConfig of(List<String> lines) {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.replaceFirst("#.*", "").split("=", 2);
      if (parts.length == 2) {
        values.put(parts[0].strip(), parts[1].strip());
      }
    }
    return new WatchdogConfig(values);
  }

  /** A limit that is in force; those of 0, or that are no number, are not. */
  OptionalLong limit(String name) {
    String text = values.getOrDefault(name, "");
    return text.matches("\\d{1,15}") && Long.parseLong(text) > 0
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
