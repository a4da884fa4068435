package nightshift.pipelines;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightshift.io.research.AlertRow;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.profiles.Severity;

/**
 * What somebody has to look at in the morning: in the database, and in the run's last lines. An
 * episode is one alert, from when it is opened until it is closed.
 */
final class Alerts {
  private final ResearchDatabase database;
  private final String runId;
  private final List<AlertRow> rows = new ArrayList<>();
  private final Map<String, Integer> open = new LinkedHashMap<>();
  private final List<String> unwritten = new ArrayList<>();

  Alerts(ResearchDatabase database, String runId) {
    this.database = database;
    this.runId = runId;
  }

  /** Raises an alert that is no episode, once for each kind and message. */
  synchronized void warn(String kind, String message) {
    boolean known =
        rows.stream().anyMatch(row -> row.kind().equals(kind) && row.message().equals(message));
    if (!known) {
      add(kind, Severity.WARN, message);
    }
  }

  /** Opens the episode of a kind; where it is open, it gets another severity and message. */
  synchronized void open(String kind, Severity severity, String message) {
    Integer place = open.get(kind);
    if (place == null) {
      open.put(kind, add(kind, severity, message));
    } else {
      AlertRow row = rows.get(place);
      replace(place, new AlertRow(kind, row.at(), Optional.empty(), severity.name(), message));
    }
  }

  /** Closes the episode of a kind, where one is open, with a last message. */
  synchronized void close(String kind, Severity severity, String message) {
    Integer place = open.remove(kind);
    if (place != null) {
      AlertRow row = rows.get(place);
      replace(place, new AlertRow(kind, row.at(), Optional.of(now()), severity.name(), message));
    }
  }

  private int add(String kind, Severity severity, String message) {
    Instant at = now();
    while (isTaken(kind, at)) {
      at = at.plusMillis(1);
    }
    AlertRow row = new AlertRow(kind, at, Optional.empty(), severity.name(), message);
    rows.add(row);
    write(row);
    return rows.size() - 1;
  }

  private boolean isTaken(String kind, Instant at) {
    return rows.stream().anyMatch(row -> row.kind().equals(kind) && row.at().equals(at));
  }

  private void replace(int place, AlertRow row) {
    rows.set(place, row);
    write(row);
  }

  private void write(AlertRow row) {
    try {
      database.alert(runId, row);
    } catch (ResearchException e) {
      unwritten.add("an alert could not be written: " + e.getMessage());
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** All alerts so far, for people, in the order in which they began. */
  synchronized List<String> messages() {
    List<String> messages = new ArrayList<>();
    rows.forEach(row -> messages.add(line(row)));
    messages.addAll(unwritten);
    return messages;
  }

  private static String line(AlertRow row) {
    String seconds =
        row.endedAt()
            .map(end -> row.at().until(end, ChronoUnit.MILLIS) / 1e3)
            .map(duration -> " (for " + RunProgress.duration(duration) + ")")
            .orElse("");
    return row.severity() + " " + row.kind() + ": " + row.message() + seconds;
  }
}
