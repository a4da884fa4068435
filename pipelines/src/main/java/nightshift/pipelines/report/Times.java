package nightshift.pipelines.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Points in time as text, in UTC. */
public final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private Times() {}

  /** The day of so many seconds since 1970. */
  public static String day(double seconds) {
    return DAY.format(Instant.ofEpochSecond((long) seconds));
  }

  /** Day and second of so many seconds since 1970. */
  public static String second(double seconds) {
    return SECOND.format(Instant.ofEpochSecond((long) seconds));
  }

  /** A stamp of the database to the minute; as it is, where it is none. */
  public static String shorter(String stamp) {
    try {
      return stamp.isEmpty() ? "" : MINUTE.format(Instant.parse(stamp));
    } catch (DateTimeParseException asItIs) {
      return stamp;
    }
  }

  /** Seconds since 1970 of a stamp of the database; NaN where it is none. */
  public static double seconds(String stamp) {
    try {
      return Instant.parse(stamp).toEpochMilli() / 1000.0;
    } catch (DateTimeParseException notAStamp) {
      return Double.NaN;
    }
  }
}
