package nightshift.pipelines;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import nightshift.io.research.Champion;
import nightshift.io.research.FrontRow;

/**
 * What a run found, for people.
 *
 * @param strategies all that were searched
 * @param champions of the run, by strategy
 * @param fronts of the run's latest folds; empty with a single objective
 */
record ResultsText(List<String> strategies, List<Champion> champions, List<FrontRow> fronts) {

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

  private List<String> withoutChampion() {
    List<String> with = champions.stream().map(Champion::strategy).toList();
    return strategies.stream().filter(strategy -> !with.contains(strategy)).toList();
  }
}
