package nightshift.pipelines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Settings;

/**
 * When a search has to end, if it has to: at a time of day, after a time span, or at the earlier of
 * both. Time of day is the machine's, which may be set meanwhile; the time span is not affected.
 */
final class TimeLimit {
  private final Clock clock;
  private final Optional<LocalTime> time;
  private final Optional<Instant> until;
  private final Optional<Duration> span;
  private final long began = System.nanoTime();

  /**
   * A limit that counts from now.
   *
   * @param clock with the zone of the time of day
   */
  TimeLimit(Clock clock, Optional<LocalTime> time, Optional<Duration> span) {
    this.clock = clock;
    this.time = time;
    this.span = span;
    this.until = time.map(some -> next(some, clock));
  }

  static TimeLimit of(EffectiveSettings settings) {
    return new TimeLimit(
        Clock.systemDefaultZone(),
        settings.get(Settings.UNTIL),
        settings.get(Settings.MAX_DURATION));
  }

  /** The next moment at which clocks show a time; where they skip it, right after. */
  private static Instant next(LocalTime time, Clock clock) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    LocalDate today = now.toLocalDate();
    ZonedDateTime next = today.atTime(time).atZone(clock.getZone());
    return (next.isAfter(now) ? next : today.plusDays(1).atTime(time).atZone(clock.getZone()))
        .toInstant();
  }

  /** What has ended the search, as it was asked for; empty as long as it may go on. */
  Optional<String> reached() {
    if (until.isPresent() && !clock.instant().isBefore(until.get())) {
      return time.map(some -> Settings.UNTIL.option() + "=" + some);
    }
    return span.filter(some -> System.nanoTime() - began >= some.toNanos())
        .map(some -> Settings.MAX_DURATION.option() + "=" + text(some));
  }

  /** {@code 2h30m}, as it may be written in a setting. */
  static String text(Duration span) {
    return span.toString().substring("PT".length()).toLowerCase(java.util.Locale.ROOT);
  }
}
