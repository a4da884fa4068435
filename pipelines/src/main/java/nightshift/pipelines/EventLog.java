package nightshift.pipelines;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How what is logged gets out: a line an event, on the standard error, from a level on. Java makes
 * one of these when the first logger is asked for, which in a short run is never; until then
 * nothing of Java's logging is loaded, and this class must not have it loaded.
 */
public final class EventLog {
  private static final String LEVEL = "nightshift.log";

  /** Kept, as Java forgets loggers, and then the level that they were given. */
  private static volatile List<Logger> given = List.of();

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
    root.setLevel(level());
    // What these have to say below a level is of use to nobody.
    Logger parquet = Logger.getLogger("org.apache.parquet");
    parquet.setLevel(Level.WARNING);
    Logger flink = Logger.getLogger("org.apache.flink.metrics.MetricGroup");
    flink.setLevel(Level.SEVERE);
    given = List.of(root, parquet, flink);
  }

  /** To be called before there is any logger. */
  static void begin() {
    System.setProperty("java.util.logging.config.class", EventLog.class.getName());
  }

  /**
   * Has events logged from a level on.
   *
   * @param level {@code error}, {@code warn}, {@code info} or {@code debug}
   * @param verbose whether it is {@code info} at least
   */
  static void use(String level, boolean verbose) {
    System.setProperty(LEVEL, verbose && !level.equals("debug") ? "info" : level);
    if (!given.isEmpty()) {
      given.get(0).setLevel(level());
    }
  }

  private static Level level() {
    return switch (System.getProperty(LEVEL, "warn")) {
      case "error" -> Level.SEVERE;
      case "info" -> Level.INFO;
      case "debug" -> Level.FINE;
      default -> Level.WARNING;
    };
  }
}
