package nightshift.transforms.evolve;

import io.jenetics.EliteSelector;
import io.jenetics.IntegerGene;
import io.jenetics.Selector;
import io.jenetics.TournamentSelector;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.Limits;
import java.util.function.Predicate;
import nightshift.transforms.stats.Score;

/**
 * Who becomes a parent, who survives, and when a search has come to rest.
 *
 * @param parents chooses those whose children are altered
 * @param survivors chooses those who live on as they are
 * @param goesOn false after a generation that is the last of as many without an improvement
 */
record Selection(
    Selector<IntegerGene, Score> parents,
    Selector<IntegerGene, Score> survivors,
    Predicate<? super EvolutionResult<?, Score>> goesOn) {
  private static final int TOURNAMENT = 3;
  private static final int ELITE = 2;

  /** By a single objective: tournaments, and the two best always survive. */
  static Selection ofBest(EvolutionSettings settings) {
    return new Selection(
        new TournamentSelector<>(TOURNAMENT),
        new EliteSelector<IntegerGene, Score>(
            Math.min(ELITE, settings.population() - 1),
            new TournamentSelector<IntegerGene, Score>(TOURNAMENT)),
        Limits.bySteadyFitness(settings.steadyGenerations()));
  }
}
