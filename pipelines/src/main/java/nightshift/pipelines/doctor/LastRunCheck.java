package nightshift.pipelines.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nightshift.io.research.LastRun;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchLock;
import nightshift.io.research.ResearchReader;

/** How the last run ended, what it took, and what it wanted somebody to look at. */
final class LastRunCheck implements Check {
  private static final Duration LONG_AGO = Duration.ofHours(36);
  private static final int SHOWN = 5;

  @Override
  public String name() {
    return "last run";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    if (patient.places().isOnServer()) {
      return;
    }
    Path database = patient.tree().at(patient.places().research());
    if (!Files.isRegularFile(database) || database.toFile().length() == 0) {
      examination.ok("no run yet");
      return;
    }
    try (ResearchReader reader = ResearchReader.open(database)) {
      Optional<LastRun> last = reader.lastRun();
      if (last.isEmpty()) {
        examination.ok("no run yet");
      } else {
        status(patient, examination, last.get(), database);
        memory(patient, examination, last.get());
        alerts(patient, examination, reader.alerts(last.get().runId()));
        age(patient, examination, last.get());
        examination.otherwiseOk(
            "run " + last.get().runId() + ", begun " + patient.time(last.get().startedAt()));
      }
    } catch (ResearchException e) {
      examination.unseen(e.getMessage(), "file " + Words.shell(patient.tree().shown(database)));
    }
  }

  private static void status(
      Patient patient, Examination examination, LastRun last, Path database) {
    String run = "run " + last.runId() + " of " + patient.time(last.startedAt());
    String again = patient.places().launcher() + " run";
    switch (last.status()) {
      case "failed" ->
          examination.critical(
              run + " failed: " + last.cause(), "there are no new results of that night", again);
      case "interrupted" ->
          examination.warning(
              run + " was " + last.cause(), "the next run with the same settings continues", again);
      case "partial" ->
          examination.note(run + ": " + last.cause(), "the next run continues", again);
      case "running" -> {
        if (patient.tree().isThisMachine() && isHeld(database)) {
          examination.ok(run + " is at work");
        } else {
          examination.critical(
              run + " was cut off: it is marked as running, and nobody is at work",
              "it did not end by itself: the power went, the machine was started anew, or the process"
                  + " was killed; the next run continues with what it had written",
              again);
        }
      }
      default -> {
        // It finished.
      }
    }
  }

  private static boolean isHeld(Path database) {
    try {
      ResearchLock.requireFree(database);
      return false;
    } catch (ResearchException held) {
      return true;
    }
  }

  /** Resident is memory; virtual is only addresses, and by far the larger number. */
  private static void memory(Patient patient, Examination examination, LastRun last) {
    if (last.resident() <= 0) {
      return;
    }
    String found =
        String.format(
            "it had %s resident at most, of a budget of %s",
            Words.size(last.resident()), Words.size(last.budget()));
    if (last.virtual() > patient.machine().totalBytes() && patient.machine().totalBytes() > 0) {
      examination.note(
          found
              + "; its virtual size was "
              + Words.size(last.virtual())
              + ", more than the machine's "
              + Words.size(patient.machine().totalBytes()),
          "virtual size is addresses that Java reserves, no memory: watch resident size (RSS, RES)",
          "ps -eo rss,vsz,comm --sort=-rss | head");
    } else {
      examination.ok(found);
    }
  }

  private static void alerts(Patient patient, Examination examination, List<String> alerts) {
    alerts.stream()
        .limit(SHOWN)
        .forEach(
            alert ->
                examination.add(
                    alert.startsWith("CRITICAL") ? Gravity.CRITICAL : Gravity.WARNING,
                    "it raised the alert " + alert,
                    "it is in the table alerts, and was in the run's last lines",
                    "sqlite3 "
                        + Words.shell(patient.places().research())
                        + " 'SELECT at, severity, message FROM alerts ORDER BY at DESC LIMIT 20'"));
    if (alerts.size() > SHOWN) {
      examination.note(
          (alerts.size() - SHOWN) + " more alerts of that run", "they may have one cause");
    }
  }

  private static void age(Patient patient, Examination examination, LastRun last) {
    Duration ago = Duration.between(last.startedAt(), patient.now());
    boolean nightly =
        patient.tree().list("etc/systemd/system/timers.target.wants").stream()
            .anyMatch(timer -> timer.getFileName().toString().equals("nightshift.timer"));
    if (nightly && ago.compareTo(LONG_AGO) > 0) {
      examination.warning(
          "the last run began " + patient.time(last.startedAt()) + ", and the timer is set",
          "a night was left out",
          "systemctl status nightshift.timer nightshift.service",
          "journalctl -u nightshift.service -e");
    }
  }
}
