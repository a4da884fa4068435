package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the runs of a machine have their things, as that machine names them.
 *
 * @param research path of the database, or a JDBC URL
 * @param home the folder of the launcher
 * @param around folders in which databases are looked for besides
 * @param environment the variables of this process; empty for a recorded machine
 */
public record Places(
    Path market,
    String research,
    Path scratch,
    Path home,
    List<Path> around,
    Map<String, String> environment) {

  public Places {
    around = List.copyOf(around);
    environment = Map.copyOf(environment);
  }

  /** The launcher, as a word of a shell. */
  String launcher() {
    return Words.shell(home.resolve("nightshift"));
  }

  boolean isOnServer() {
    return research.startsWith("jdbc:");
  }
}
