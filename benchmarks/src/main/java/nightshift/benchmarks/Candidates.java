package nightshift.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.evolve.Evolution;
import nightshift.transforms.evolve.EvolutionSettings;
import nightshift.transforms.stats.Aims;
import nightshift.transforms.stats.Objective;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/** Batches of candidates to evaluate. */
final class Candidates {
  private static final int POPULATION = 20;
  private static final long SEED = 42;
  private static final Aims AIMS = Aims.of(Objective.SHARPE, 10, 0, 300);

  private Candidates() {}

  /**
   * The batches that a search of 25 symbols asks for, one a generation: what was seen before is not
   * among them, so later ones are smaller.
   */
  static List<List<Values>> evolved(Strategy strategy, int years, int generations) {
    MadeUpPanel market = MadeUpPanel.of(strategy, 25, years);
    Backtest backtest = new Backtest(market.panel(), market.window(), strategy, Costs.DEFAULT);
    List<List<Values>> batches = new ArrayList<>();
    Evolution.search(
        strategy.parameters(),
        strategy::canonical,
        candidates -> {
          batches.add(List.copyOf(candidates));
          return scores(backtest.search(candidates));
        },
        new EvolutionSettings(POPULATION, generations, generations),
        SEED);
    return batches;
  }

  private static List<Score> scores(Batch batch) {
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      scores.add(AIMS.score(batch.outcome(i)));
    }
    return scores;
  }

  /** As many batches of 20 distinct candidates each. */
  static List<List<Values>> random(Strategy strategy, int batches) {
    Random random = new Random(SEED);
    List<List<Values>> all = new ArrayList<>();
    for (int b = 0; b < batches; b++) {
      Set<Values> batch = new LinkedHashSet<>();
      while (batch.size() < POPULATION) {
        batch.add(
            new Values(
                strategy.parameters(),
                strategy.parameters().stream().map(p -> random.nextInt(p.size())).toList()));
      }
      all.add(List.copyOf(batch));
    }
    return all;
  }
}
