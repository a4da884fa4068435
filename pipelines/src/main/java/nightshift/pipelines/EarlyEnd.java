package nightshift.pipelines;

import java.util.Optional;
import nightshift.profiles.EffectiveSettings;
import nightshift.profiles.Settings;
import nightshift.transforms.Stop;

/** What may end a search before all its units are done, and when it counts as failed. */
final class EarlyEnd {
  private final TimeLimit limit;
  private final Interruption interruption;
  private final int maxFailed;
  private Optional<String> reached = Optional.empty();

  /**
   * @param maxFailed how many of a hundred units may fail
   */
  EarlyEnd(TimeLimit limit, Interruption interruption, int maxFailed) {
    this.limit = limit;
    this.interruption = interruption;
    this.maxFailed = maxFailed;
  }

  static EarlyEnd of(EffectiveSettings settings, TimeLimit limit, Interruption interruption) {
    return new EarlyEnd(limit, interruption, settings.get(Settings.MAX_FAILED));
  }

  /** To be called now and then: when the time is up, units are dropped from now on. */
  void look() {
    if (reached.isEmpty()) {
      reached = limit.reached();
      reached.ifPresent(option -> Stop.ofThisProcess().ask());
    }
  }

  /** The option by which the time was up, if it was. */
  Optional<String> reached() {
    return reached;
  }

  /** Units have ended, and what comes after them is not to be stopped by a limit. */
  void searchIsOver() {
    Stop.ofThisProcess().reset();
    if (interruption.isAsked()) {
      Stop.ofThisProcess().ask();
    }
  }

  /** Whether the process is about to end. */
  boolean isInterrupted() {
    return interruption.isAsked();
  }

  /** Whether so many units failed that the run has. */
  boolean tooMany(int failed, long units) {
    return failed * 100L > maxFailed * units;
  }

  /** For people. */
  String mostThatMayFail() {
    return Settings.MAX_FAILED.option() + "=" + maxFailed + " %";
  }
}
