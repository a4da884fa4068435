package nightshift.pipelines;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import nightshift.io.research.EarlierChampion;
import nightshift.io.research.ResearchDatabase;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchReader;
import nightshift.io.research.WarmStart;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Values;
import nightshift.transforms.walkforward.Fold;

/**
 * Chooses what a run begins with: champions of the run on the same market that finished last. A run
 * that was begun before, wherever it stopped, begins with what it began with then.
 */
final class WarmStarts {
  /** Of a population, at most one in so many is taken from an earlier run. */
  private static final int SHARE = 4;

  private static final int MOST = 10;

  private WarmStarts() {}

  /** The plan as a run would have it now; writes nothing. */
  static ResearchPlan look(ResearchPlan plan, Path file, PrintStream out) throws ResearchException {
    WarmStart start = WarmStart.COLD;
    if (Files.exists(file)) {
      try (ResearchReader reader = ResearchReader.open(file)) {
        start = known(plan, reader).orElse(chosen(plan, reader));
      }
    }
    return said(plan, start, out);
  }

  /** The plan of a run that begins, or goes on; writes down what it begins with. */
  static ResearchPlan take(ResearchPlan plan, ResearchDatabase database, PrintStream out)
      throws ResearchException {
    Optional<WarmStart> known;
    WarmStart chosen;
    try (ResearchReader reader = ResearchReader.open(database.path())) {
      known = known(plan, reader);
      chosen = chosen(plan, reader);
    }
    WarmStart start = known.orElse(chosen);
    ResearchPlan begun = said(plan, start, out);
    if (known.isEmpty()) {
      database.beginWith(
          plan.search().runId(), begun.search().runId(), plan.search().market(), start);
    }
    return begun;
  }

  private static Optional<WarmStart> known(ResearchPlan plan, ResearchReader reader)
      throws ResearchException {
    return reader.warmStart(plan.search().runId());
  }

  private static WarmStart chosen(ResearchPlan plan, ResearchReader reader)
      throws ResearchException {
    return chosen(
        plan.search().strategies(),
        plan.folds().stream().map(folds -> folds.fold()).toList(),
        Math.min(MOST, Math.max(1, plan.search().evolution().population() / SHARE)),
        reader.championsOfLast(plan.search().market()),
        WarmStarts::isChoice);
  }

  /**
   * Of each strategy and fold those champions that were chosen by no day after the fold's training,
   * the latest first: others would know days that the fold is tested on.
   *
   * @param most how many a fold is given at most
   * @param champions of one run
   * @param isChoice whether a strategy still has such parameters
   */
  static WarmStart chosen(
      List<String> strategies,
      List<Fold> folds,
      int most,
      List<EarlierChampion> champions,
      BiPredicate<String, String> isChoice) {
    List<WarmStart.Seed> seeds = new ArrayList<>();
    for (String strategy : new TreeSet<>(strategies)) {
      List<EarlierChampion> own =
          champions.stream()
              .filter(champion -> champion.strategy().equals(strategy))
              .filter(champion -> isChoice.test(strategy, champion.params()))
              .sorted(
                  Comparator.comparing(EarlierChampion::trainTo)
                      .reversed()
                      .thenComparing(EarlierChampion::params))
              .toList();
      for (Fold fold : folds.stream().sorted(Comparator.comparing(Fold::year)).toList()) {
        LocalDate latest = fold.trainTo();
        own.stream()
            .filter(champion -> !champion.trainTo().isAfter(latest))
            .map(EarlierChampion::params)
            .distinct()
            .limit(most)
            .forEach(params -> seeds.add(new WarmStart.Seed(strategy, fold.year(), params)));
      }
    }
    return new WarmStart(
        champions.stream().map(EarlierChampion::runId).findFirst().orElse(""), seeds);
  }

  /** Another version of a strategy may have other parameters. */
  private static boolean isChoice(String strategy, String json) {
    List<Parameter> parameters = Strategies.named(strategy).parameters();
    try {
      return Values.ofJson(parameters, json).toJson().equals(json);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static ResearchPlan said(ResearchPlan plan, WarmStart start, PrintStream out) {
    out.println(
        start.seeds().isEmpty()
            ? "warm      begins with nothing: no earlier run on this market has a champion for it"
            : "warm      begins with "
                + Count.of(start.seeds().size(), "champion")
                + " of run "
                + start.fromRun());
    return plan.with(start);
  }
}
