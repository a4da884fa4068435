package nightshift.pipelines;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * An event as one line of names and values: {@code at=2026-01-05T02:00:01.123Z level=warn
 * from=nightshift.io.market.SqliteMarket event="..."}, and with an exception {@code error="..."},
 * the way to it included. Values in quotes are escaped as in JSON, so that whatever is in them, the
 * line stays one.
 */
final class EventLine extends Formatter {
  private static final Map<Integer, String> LEVELS =
      Map.of(
          Level.SEVERE.intValue(), "error",
          Level.WARNING.intValue(), "warn",
          Level.INFO.intValue(), "info");
  private static final int MOST_FRAMES = 12;
  private static final int MOST_CAUSES = 8;

  @Override
  public String format(LogRecord event) {
    StringBuilder line = new StringBuilder();
    line.append("at=").append(time(event.getInstant()));
    line.append(" level=").append(LEVELS.getOrDefault(event.getLevel().intValue(), "debug"));
    line.append(" from=").append(event.getLoggerName());
    line.append(" event=").append(quoted(String.valueOf(formatMessage(event))));
    if (event.getThrown() != null) {
      line.append(" error=").append(quoted(error(event.getThrown())));
    }
    return line.append(System.lineSeparator()).toString();
  }

  /** To the millisecond, with as many digits always. */
  private static String time(Instant at) {
    String text = at.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }

  private static String error(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
      text.append(i == 0 ? "" : "; caused by ").append(cause);
      StackTraceElement[] frames = cause.getStackTrace();
      for (int frame = 0; frame < Math.min(frames.length, MOST_FRAMES); frame++) {
        text.append(frame == 0 ? " at " : " < ").append(frames[frame]);
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
