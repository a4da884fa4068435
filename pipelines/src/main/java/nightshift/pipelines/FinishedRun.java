package nightshift.pipelines;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nightshift.io.research.Champion;
import nightshift.io.research.FrontRow;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchReader;
import nightshift.io.research.RunStanding;

/**
 * A run that is asked for and has finished before: nothing is computed, and its results are shown.
 *
 * @param recovery of a run that is complete
 */
record FinishedRun(Recovery recovery, ResearchDatabase database) {

  /**
   * Makes it the run that readers see, and says what came of it then.
   *
   * @return whether there is nothing to look at
   */
  boolean show(PrintStream out) throws ResearchException {
    String runId = recovery.plan().search().runId();
    RunStanding then = recovery.before().orElseThrow();
    database.showAgain(runId, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    try (ResearchReader reader = ResearchReader.open(database.path())) {
      List<Champion> champions = reader.champions();
      List<FrontRow> fronts = reader.fronts(runId);
      new ResultsText(recovery.plan().search().strategies(), champions, fronts).print(out);
      List<String> alerts = reader.alerts(runId);
      Findings findings = Findings.of(runId, reader);
      alerts.forEach(alert -> out.println("ALERT     " + alert));
      findings.print(out);
      out.printf(
          "finished  already, on %s: %s; nothing was computed (--fresh does it anew)%n",
          then.finishedAt(), Count.of(then.units(), "unit"));
      out.println("run       " + runId);
      out.println("database  " + database.path());
      return alerts.isEmpty() && findings.isEmpty();
    }
  }
}
