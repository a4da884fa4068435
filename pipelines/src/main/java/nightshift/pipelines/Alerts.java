package nightshift.pipelines;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;

/** What somebody has to look at in the morning: in the database, and in the run's last lines. */
final class Alerts {
  private final ResearchDatabase database;
  private final String runId;
  private final List<String> messages = new ArrayList<>();

  Alerts(ResearchDatabase database, String runId) {
    this.database = database;
    this.runId = runId;
  }

  /** Raises an alert, once for each kind and message. */
  synchronized void warn(String kind, String message) {
    if (messages.contains(message)) {
      return;
    }
    messages.add(message);
    try {
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      database.alert(runId, now, "WARN", kind, message);
    } catch (ResearchException e) {
      messages.add("this alert could not be written: " + e.getMessage());
    }
  }

  /** All messages so far. */
  synchronized List<String> messages() {
    return List.copyOf(messages);
  }
}
