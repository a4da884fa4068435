package nightshift.profiles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes episodes of what the vitals say: one for each alarm from when it is raised until it is
 * over, as bad as it was at its worst. Not for several threads at a time.
 */
public final class AlarmWatch {
  private final long budget;
  private final Map<Alarm, Episode> episodes = new EnumMap<>(Alarm.class);

  /**
   * @param budget resident bytes that this process may use
   */
  public AlarmWatch(long budget) {
    this.budget = budget;
  }

  /**
   * An alarm that began, got worse or ended.
   *
   * @param severity the worst so far
   * @param text of the worst moment so far
   * @param over whether it ended
   */
  public record Change(Alarm alarm, Severity severity, String text, boolean over) {}

  private record Episode(Severity now, Severity worst, double value, String text) {}

  /** Looks at the vitals of a moment, later than those before, and says what changed. */
  public List<Change> look(Vitals vitals) {
    List<Change> changes = new ArrayList<>();
    for (Alarm alarm : Alarm.values()) {
      look(alarm, vitals).ifPresent(changes::add);
    }
    return changes;
  }

  private Optional<Change> look(Alarm alarm, Vitals vitals) {
    Episode before = episodes.get(alarm);
    double value = alarm.value(vitals, budget);
    Optional<Severity> now = alarm.severity(value, Optional.ofNullable(before).map(Episode::now));
    if (now.isEmpty()) {
      episodes.remove(alarm);
      return Optional.ofNullable(before)
          .map(over -> new Change(alarm, over.worst(), over.text(), true));
    }
    Episode next = next(alarm, before, now.get(), value, vitals);
    episodes.put(alarm, next);
    boolean worse = before == null || next.worst() != before.worst();
    return worse
        ? Optional.of(new Change(alarm, next.worst(), next.text(), false))
        : Optional.empty();
  }

  private Episode next(Alarm alarm, Episode before, Severity now, double value, Vitals vitals) {
    if (before == null) {
      return new Episode(now, now, value, alarm.text(vitals, budget));
    }
    Severity worst = now.compareTo(before.worst()) > 0 ? now : before.worst();
    return value > before.value()
        ? new Episode(now, worst, value, alarm.text(vitals, budget))
        : new Episode(now, worst, before.value(), before.text());
  }
}
