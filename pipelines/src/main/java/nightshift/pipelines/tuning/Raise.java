package nightshift.pipelines.tuning;

import java.util.List;
import java.util.Locale;
import nightshift.profiles.Setting;
import nightshift.profiles.Settings;

/**
 * A number that can be raised, in the order in which it is best done: what makes a run faster
 * first, as it leaves time for the others.
 */
public enum Raise {
  WORKERS(Settings.WORKERS),
  SYMBOLS(Settings.MAX_SYMBOLS),
  YEARS(Settings.MAX_YEARS),
  POPULATION(Settings.POPULATION);

  private final Setting<?> setting;

  Raise(Setting<?> setting) {
    this.setting = setting;
  }

  /** What is raised. */
  public Setting<?> setting() {
    return setting;
  }

  /** The word for it on a command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words. */
  public static List<String> words() {
    return List.of(values()).stream().map(Raise::word).toList();
  }
}
