package nightshift.pipelines.doctor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the beginnings of log lines as rsyslog writes them, in its new form ({@code
 * 2026-01-05T02:13:11.123456+01:00 host ...}) and its old one ({@code Jan 5 02:13:11 host ...}), as
 * {@code journalctl -o short-iso} does, and as the kernel does ({@code 6,339,5140900,-;...}, {@code
 * [ 5.140900] ...}), which says no time of day.
 *
 * @param now no line is from later
 * @param zone in which the old form is
 */
record LogStamps(Instant now, ZoneId zone) {
  private static final Pattern NEW =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S*) \\S+ (.*)");
  private static final Pattern OLD =
      Pattern.compile("([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) \\S+ (.*)");
  private static final Pattern KERNEL = Pattern.compile("\\d+,\\d+,\\d+,[^;]*;(.*)");
  private static final Pattern SINCE_BOOT = Pattern.compile("\\[ *\\d+\\.\\d+\\] ?(.*)");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter OLD_TIME =
      DateTimeFormatter.ofPattern("yyyy MMM d HH:mm:ss", Locale.ENGLISH);
  private static final Duration SLACK = Duration.ofDays(1);

  /** The line without its beginning; where that is none of these, as it is. */
  LogLine parse(String line) {
    Matcher modern = NEW.matcher(line);
    if (modern.matches()) {
      return new LogLine(iso(modern.group(1)), modern.group(2));
    }
    Matcher old = OLD.matcher(line);
    if (old.matches()) {
      return new LogLine(old(old), old.group(4));
    }
    Matcher kernel = KERNEL.matcher(line);
    if (kernel.matches()) {
      return new LogLine(Optional.empty(), "kernel: " + kernel.group(1));
    }
    Matcher sinceBoot = SINCE_BOOT.matcher(line);
    return sinceBoot.matches()
        ? new LogLine(Optional.empty(), "kernel: " + sinceBoot.group(1))
        : new LogLine(Optional.empty(), line);
  }

  private static Optional<Instant> iso(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, ISO).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** The old form has no year: it is the last in which the day is not in the future. */
  private Optional<Instant> old(Matcher line) {
    int year = now.atZone(zone).getYear();
    for (int candidate = year; candidate > year - 2; candidate--) {
      String text = candidate + " " + line.group(1) + " " + line.group(2) + " " + line.group(3);
      try {
        Instant at = LocalDateTime.parse(text, OLD_TIME).atZone(zone).toInstant();
        if (!at.isAfter(now.plus(SLACK))) {
          return Optional.of(at);
        }
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
