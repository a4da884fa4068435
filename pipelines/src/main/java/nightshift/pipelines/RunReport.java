package nightshift.pipelines;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nightshift.io.research.Champion;
import nightshift.io.research.FrontRow;

/**
 * What there is to say when a run has finished.
 *
 * @param progress how far it came: to the end
 * @param times how its time went
 * @param measured what it took, beside what the plan expected
 * @param opened distinct price files opened
 * @param strategies all that were searched
 * @param champions of this run, by strategy
 * @param fronts of this run's latest folds; empty with a single objective
 * @param findings what is in quarantine
 * @param lost symbols that could not be read at all
 * @param alerts what somebody has to look at
 */
record RunReport(
    Path database,
    String runId,
    RunProgress progress,
    RunTimes times,
    Measured measured,
    int opened,
    List<String> strategies,
    List<Champion> champions,
    List<FrontRow> fronts,
    Findings findings,
    List<String> lost,
    List<String> alerts) {
  private static final int SHOWN = 5;

  /** Whether there is nothing to look at. */
  boolean isClean() {
    return alerts.isEmpty() && findings.isEmpty();
  }

  void print(PrintStream out) {
    new ResultsText(strategies, champions, fronts).print(out);
    out.printf(
        Locale.ROOT,
        "finished  %s%s in %s: %,d backtests, %.1f million bars evaluated, %s opened%n",
        Count.of(progress.written(), "unit"),
        progress.before().units() == 0 ? "" : " (" + progress.before().units() + " of them before)",
        RunProgress.duration(progress.seconds()),
        progress.evaluations(),
        progress.barsEvaluated() / 1e6,
        Count.of(opened, "price file"));
    out.println("time      " + times.line());
    out.println("measured  " + measured.line());
    lost.stream().limit(SHOWN).forEach(reason -> out.println("set aside " + reason));
    if (lost.size() > SHOWN) {
      out.printf("set aside %d more symbols that cannot be read%n", lost.size() - SHOWN);
    }
    findings.print(out);
    alerts.forEach(alert -> out.println("ALERT     " + alert));
    out.println("run       " + runId);
    out.println("database  " + database);
  }
}
