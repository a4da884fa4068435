package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nightshift.io.research.ResearchDatabase;
import nightshift.profiles.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {
  @TempDir Path folder;

  private ResearchDatabase database;
  private Alerts alerts;

  @BeforeEach
  void open() throws Exception {
    database = ResearchDatabase.at(folder.resolve("research.db"));
    alerts = new Alerts(database, "r1");
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private List<String> rows() throws Exception {
    return Dump.query(
        database.path(),
        "SELECT kind, severity, message, ended_at >= at FROM alerts WHERE run_id = 'r1'"
            + " ORDER BY rowid");
  }

  @Test
  void theSameIsSaidOnce() throws Exception {
    alerts.warn("failed_units", "two");
    alerts.warn("failed_units", "two");
    alerts.warn("failed_units", "three");
    assertThat(rows())
        .containsExactly("failed_units|WARN|two|null", "failed_units|WARN|three|null");
    assertThat(alerts.messages())
        .containsExactly("WARN failed_units: two", "WARN failed_units: three");
  }

  @Test
  void anEpisodeIsOneAlertUntilItIsClosed() throws Exception {
    alerts.open("temperature", Severity.WARN, "85");
    alerts.open("throttled", Severity.WARN, "capped");
    alerts.open("temperature", Severity.CRITICAL, "95");
    alerts.close("temperature", Severity.CRITICAL, "97");
    alerts.close("memory_stall", Severity.WARN, "never opened");
    assertThat(rows()).containsExactly("temperature|CRITICAL|97|1", "throttled|WARN|capped|null");
    alerts.open("temperature", Severity.WARN, "86");
    assertThat(rows()).hasSize(3).last().isEqualTo("temperature|WARN|86|null");
    assertThat(alerts.messages())
        .satisfiesExactly(
            first -> assertThat(first).matches("CRITICAL temperature: 97 \\(for \\d\\.\\d s\\)"),
            second -> assertThat(second).isEqualTo("WARN throttled: capped"),
            third -> assertThat(third).isEqualTo("WARN temperature: 86"));
  }

  @Test
  void workThatIsHeldBackIsAnAlert() throws Exception {
    HeldBackAlert listener = new HeldBackAlert(alerts);
    listener.waiting("the machine had 90 MB left");
    assertThat(rows())
        .containsExactly(
            "held_back|WARN|memory was short, and no new work was begun: the machine had 90 MB"
                + " left|null");
    listener.goingOn("the machine had 80 MB left", 300);
    String critical =
        "held_back|CRITICAL|memory was still short after nothing had run for 5:00 min, and work"
            + " went on, one unit at a time: the machine had 80 MB left|";
    assertThat(rows()).containsExactly(critical + "null");
    listener.passed();
    assertThat(rows()).containsExactly(critical + "1");
  }

  @Test
  void whatCannotBeWrittenIsSaidAllTheSame() throws Exception {
    database.close();
    alerts.warn("failed_units", "two");
    assertThat(alerts.messages())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("WARN failed_units: two"),
            second -> assertThat(second).contains("an alert could not be written: "));
    database = ResearchDatabase.at(database.path());
  }
}
