package nightshift.pipelines;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightshift.io.market.PlainText;
import nightshift.io.research.AlertRow;
import nightshift.io.research.Champion;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchLock;
import nightshift.pipelines.notice.Ending;
import nightshift.pipelines.notice.Notifier;
import nightshift.pipelines.notice.NotifierException;
import nightshift.profiles.Locations;
import nightshift.profiles.Settings;
import nightshift.profiles.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells somebody how a run ended, if that is asked for. That it could not is said and is an alert
 * of the run, and changes nothing else: what the run did, it did.
 */
final class RunNotice {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A process that is to end has five seconds for everything. */
  private static final Duration SHORT = Duration.ofMillis(2500);

  private static final int MOST_CHARS = 2000;

  private final Optional<Notifier> notifier;
  private final String database;
  private final PrintStream err;
  private String runId = "";
  private Ending ending;

  private RunNotice(Optional<Notifier> notifier, String database, PrintStream err) {
    this.notifier = notifier;
    this.database = database;
    this.err = err;
  }

  static RunNotice of(Context context) {
    return new RunNotice(
        Notifier.of(context.settings().get(Settings.NOTIFY)),
        Locations.of(context.settings()).research(),
        context.err());
  }

  /** The run is known from here on. */
  void begun(String run) {
    runId = run;
  }

  /** To be told when {@link #tell} is called. */
  void ended(RunReport report) {
    runId = report.runId();
    RunProgress progress = report.progress();
    boolean partial = progress.written() + progress.failed() < progress.units();
    String units = progress.written() + " of " + Count.of(progress.units(), "unit");
    String verdicts =
        Stream.of("robust", "doubtful", "overfit")
            .map(verdict -> count(report.champions(), verdict) + " " + verdict)
            .collect(Collectors.joining(", "));
    set(
        partial ? "partial" : "finished",
        (partial ? "ended with " : "finished ")
            + units
            + " in "
            + RunProgress.duration(progress.seconds())
            + ": "
            + Count.of(report.champions().size(), "champion")
            + (report.champions().isEmpty() ? "" : " (" + verdicts + ")")
            + (report.alerts().isEmpty() ? "" : "; ALERTS: " + String.join("; ", report.alerts())),
        report.alerts().size());
  }

  private static long count(List<Champion> champions, String verdict) {
    return champions.stream().filter(champion -> champion.verdict().equals(verdict)).count();
  }

  /** To be told likewise: all was there already. */
  void endedBefore(boolean clean) {
    set("finished", "had finished before, nothing was computed", clean ? 0 : 1);
  }

  /** Tells what the run ended with. */
  void tell() {
    if (ending != null) {
      tell(ending, PATIENCE);
    }
  }

  /** Tells that the process is about to end. */
  void tellInterrupted(InterruptedRunException e) {
    set("interrupted", e.getMessage(), 0);
    tell(ending, SHORT);
  }

  /** Tells that it failed, or could not begin. */
  void tellFailed(Throwable e) {
    set("failed", Nightshift.line(e), 0);
    tell(ending, PATIENCE);
  }

  private void set(String result, String line, int alerts) {
    String plain = PlainText.of(line);
    String cut = plain.length() <= MOST_CHARS ? plain : plain.substring(0, MOST_CHARS) + " ...";
    ending = new Ending(result, cut, runId, database, alerts);
  }

  private void tell(Ending what, Duration patience) {
    ending = null;
    if (notifier.isEmpty()) {
      return;
    }
    try {
      notifier.get().tell(what, patience);
      log().info("told that the run {}: {}", what.result(), what.line());
    } catch (NotifierException | RuntimeException e) {
      String message =
          PlainText.of("nobody was told that the run " + what.result() + ": " + e.getMessage());
      err.println("nightshift: " + message + "; the result stands");
      log().info(message);
      record(message);
    }
  }

  /** Where there is a run to which it can belong. */
  private void record(String message) {
    if (runId.isEmpty() || database.startsWith("jdbc:") || !Files.exists(Path.of(database))) {
      return;
    }
    try (ResearchLock lock = ResearchLock.take(Path.of(database));
        ResearchDatabase open = ResearchDatabase.at(lock.database())) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      open.alert(
          runId,
          new AlertRow("notification", now, Optional.empty(), Severity.WARN.name(), message));
    } catch (ResearchException e) {
      err.println("nightshift: that is not in the table alerts: " + e.getMessage());
    }
  }

  /** Not a constant: to make the first logger takes longer than a short run has to spare. */
  private static Logger log() {
    return LoggerFactory.getLogger(RunNotice.class);
  }
}
