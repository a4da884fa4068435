package nightshift.pipelines;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
 * @param findings in quarantine, by rule: symbols or rows that were not used, or were mended, or
 *     are doubtful
 * @param setAside symbols that the data gate did not use
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
    Map<String, Integer> findings,
    int setAside,
    List<String> lost,
    List<String> alerts) {
  private static final int SHOWN = 5;

  /** Whether there is nothing to look at. */
  boolean isClean() {
    return alerts.isEmpty() && findings.isEmpty();
  }

  void print(PrintStream out) {
    out.println();
    ChampionTable.print(champions, out);
    out.println();
    champions.stream()
        .filter(champion -> !champion.verdict().isEmpty())
        .forEach(
            champion ->
                out.printf(
                    "%-9s %s: %s%n", champion.verdict(), champion.strategy(), champion.reason()));
    champions.stream().findFirst().ifPresent(first -> out.println(family(first)));
    FrontTable.print(fronts, out);
    List<String> without = withoutChampion();
    if (!without.isEmpty()) {
      out.println(
          "none      for "
              + String.join(", ", without)
              + ": no candidate traded often enough in training (--minTrades)");
    }
    out.printf(
        Locale.ROOT,
        "finished  %s in %s: %,d backtests, %.1f million bars evaluated, %s opened%n",
        Count.of(progress.written(), "unit"),
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
    if (!findings.isEmpty()) {
      out.println("data      " + data());
    }
    alerts.forEach(alert -> out.println("ALERT     " + alert));
    out.println("run       " + runId);
    out.println("database  " + database);
  }

  /** The same for all champions of a run. */
  private static String family(Champion any) {
    return String.format(
        Locale.ROOT,
        "luck      all champions against buy and hold: reality check p %s, SPA p %s",
        probability(any.realityCheckP()),
        probability(any.spaP()));
  }

  private static String probability(double p) {
    return Double.isNaN(p) ? "unknown" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** What was found, by rule. */
  private String data() {
    int all = findings.values().stream().mapToInt(Integer::intValue).sum();
    return Count.of(all, "finding")
        + " in table quarantine: "
        + findings.entrySet().stream()
            .map(rule -> rule.getValue() + " " + rule.getKey())
            .collect(Collectors.joining(", "))
        + (setAside == 0 ? "" : "; " + Count.of(setAside, "symbol") + " set aside");
  }

  private List<String> withoutChampion() {
    List<String> with = champions.stream().map(Champion::strategy).toList();
    return strategies.stream().filter(strategy -> !with.contains(strategy)).toList();
  }
}
