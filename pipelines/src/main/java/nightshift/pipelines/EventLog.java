package nightshift.pipelines;

import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How what is logged gets out: a line an event, on the standard error, from a level on. Java makes
 * one of these when the first logger is asked for, which in a short run is never.
 */
public final class EventLog {
  /** By the names that people know, from SLF4J. */
  private static final Map<String, Level> LEVELS =
      Map.of(
          "error", Level.SEVERE,
          "warn", Level.WARNING,
          "info", Level.INFO,
          "debug", Level.FINE);

  private static final String LEVEL = "nightshift.log";
  private static final String USUAL = "warn";

  /** What these have to say below a level is of use to nobody; kept, as Java forgets loggers. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.apache.parquet"),
          Logger.getLogger("org.apache.flink.metrics.MetricGroup"));

  /** Called by Java's logging, by name. */
  public EventLog() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    Handler handler = new ConsoleHandler();
    handler.setFormatter(new EventLine());
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(LEVELS.getOrDefault(System.getProperty(LEVEL, USUAL), Level.WARNING));
    QUIET.get(0).setLevel(Level.WARNING);
    QUIET.get(1).setLevel(Level.SEVERE);
  }

  /**
   * Has events logged from a level on, if this comes before the first logger.
   *
   * @param level {@code error}, {@code warn}, {@code info} or {@code debug}
   * @param verbose whether it is {@code info} at least
   */
  static void use(String level, boolean verbose) {
    System.setProperty(LEVEL, verbose && !level.equals("debug") ? "info" : level);
    System.setProperty("java.util.logging.config.class", EventLog.class.getName());
  }
}
