package nightshift.pipelines;

import java.util.List;
import nightshift.profiles.Setting;
import nightshift.profiles.Settings;

/** Something that {@code nightshift NAME} does. */
public interface Command {
  /** Everything was done. */
  int DONE = 0;

  /** Everything was done, but with alerts or data set aside, and {@code --strict} was given. */
  int NOT_CLEAN = 3;

  /** It was interrupted; a signal's own exit status wins over this one. */
  int INTERRUPTED = 130;

  /** The word after {@code nightshift}. */
  String name();

  /** What it does, for help; one sentence. */
  String summary();

  /** The shared settings that make sense as options of this command. */
  default List<Setting<?>> shared() {
    return Settings.ALL;
  }

  /** Its own options, of {@link nightshift.profiles.SettingGroup#COMMAND}. */
  default List<Setting<?>> own() {
    return List.of();
  }

  /** Begins, in the background, what takes a while whatever the arguments are. */
  default void prepare() {}

  /**
   * Does it.
   *
   * @return the exit status, {@link #DONE}, {@link #NOT_CLEAN} or {@link #INTERRUPTED}
   * @throws UsageException when what the user asked for cannot be done; exit status 2
   * @throws FailedRunException when it was begun and failed; exit status 1
   * @throws Exception when anything else went wrong; exit status 1
   */
  int run(Context context) throws Exception;
}
