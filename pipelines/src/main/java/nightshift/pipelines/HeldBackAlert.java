package nightshift.pipelines;

import java.util.Locale;
import nightshift.profiles.Severity;
import nightshift.transforms.LeaseGate;

/** Makes an alert of work that is held back because memory is short. */
final class HeldBackAlert implements LeaseGate.Listener {
  private static final String KIND = "held_back";

  private final Alerts alerts;
  private Severity severity = Severity.WARN;
  private String message = "";

  HeldBackAlert(Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public synchronized void waiting(String reason) {
    say(Severity.WARN, "memory was short, and no new work was begun: " + reason);
  }

  @Override
  public synchronized void goingOn(String reason, double waitedSeconds) {
    say(
        Severity.CRITICAL,
        String.format(
            Locale.ROOT,
            "memory was still short after nothing had run for %s, and work went on, one unit at a"
                + " time: %s",
            RunProgress.duration(waitedSeconds),
            reason));
  }

  private void say(Severity how, String what) {
    severity = how;
    message = what;
    alerts.open(KIND, how, what);
  }

  @Override
  public synchronized void passed() {
    alerts.close(KIND, severity, message);
  }
}
