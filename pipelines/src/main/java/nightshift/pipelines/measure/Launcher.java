package nightshift.pipelines.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the program is started as a child: by its own launcher, like a user does, with everything
 * that it is to do spelt out as options.
 *
 * @param script the launcher
 */
public record Launcher(Path script) {
  /** The one variable of ours that is not a setting. */
  private static final String CLASSPATH = "NIGHTSHIFT_CLASSPATH";

  public boolean isThere() {
    return Files.isExecutable(script);
  }

  /** The command of a run, whose results go to a database of its own. */
  List<String> run(Job job, Path database) {
    List<String> words = new ArrayList<>(List.of(script.toString(), "run"));
    words.addAll(job.words());
    words.add("--research=" + database);
    return words;
  }

  /**
   * Makes an environment that decides nothing: our variables are in the options already, and what
   * the launcher of this process set for itself is not meant for the child.
   */
  static void clean(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(name -> name.startsWith("NIGHTSHIFT_") && !name.equals(CLASSPATH));
    environment.remove("MALLOC_ARENA_MAX");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }
}
