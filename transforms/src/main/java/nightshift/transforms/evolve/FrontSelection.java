package nightshift.transforms.evolve;

import io.jenetics.IntegerGene;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.Limits;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.Pareto;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.util.ISeq;
import java.util.List;
import java.util.function.Predicate;
import nightshift.transforms.stats.ParetoFront;
import nightshift.transforms.stats.Score;

/**
 * Selection by several objectives at once. Of two members the better one is dominated by fewer
 * layers of others or, in the same layer, has more room around it. The best survive, parents come
 * from tournaments in which equally good members share a place. This class alone knows Jenetics'
 * extension, which is not loaded for a single objective.
 *
 * <p>Sources: Deb, Pratap, Agarwal, Meyarivan, A Fast and Elitist Multiobjective Genetic Algorithm:
 * NSGA-II (2002); Fortin, Parizeau, Revisiting the NSGA-II Crowding-Distance Computation (2013).
 */
final class FrontSelection {
  private FrontSelection() {}

  /**
   * A selection that rests when the front stays as it is.
   *
   * @param front of all candidates so far
   */
  static Selection of(EvolutionSettings settings, ParetoFront<Candidate> front) {
    return new Selection(
        new UFTournamentSelector<IntegerGene, Score>(
            Score::dominance, FrontSelection::compare, FrontSelection::distance, Score::objectives),
        new NSGA2Selector<IntegerGene, Score>(
            Score::dominance, FrontSelection::compare, FrontSelection::distance, Score::objectives),
        new Moving(front, settings.steadyGenerations()));
  }

  /**
   * How much room each of some members of a front has, in their order: the distance between its two
   * neighbours by an objective as a share of the front's whole extent, summed over the objectives.
   *
   * @return infinite for those that are the best or the worst in an objective
   */
  static double[] crowding(List<Score> front) {
    return Pareto.<Score>crowdingDistance(
        ISeq.of(front), FrontSelection::compare, FrontSelection::distance, Score::objectives);
  }

  /** By one objective; those that qualify are above those that do not. */
  private static int compare(Score a, Score b, int objective) {
    return a.qualified() && b.qualified()
        ? Double.compare(a.value(objective), b.value(objective))
        : a.compareTo(b);
  }

  /**
   * How far two are apart by one objective. To one that does not qualify it is 1, whatever it is
   * like: in a population that has some, distances are measured in the objective's own units.
   */
  private static double distance(Score a, Score b, int objective) {
    return a.qualified() && b.qualified() ? Math.abs(a.value(objective) - b.value(objective)) : 1;
  }

  /**
   * Whether the front has changed within the last so many generations; while there is none yet,
   * whether the best has.
   */
  private static final class Moving implements Predicate<EvolutionResult<?, Score>> {
    private final ParetoFront<Candidate> front;
    private final int generations;
    private final Predicate<? super EvolutionResult<?, Score>> best;
    private int changes;
    private int steady;

    Moving(ParetoFront<Candidate> front, int generations) {
      this.front = front;
      this.generations = generations;
      this.best = Limits.bySteadyFitness(generations);
    }

    @Override
    public boolean test(EvolutionResult<?, Score> generation) {
      if (front.changes() == 0) {
        return best.test(generation);
      }
      steady = front.changes() == changes ? steady + 1 : 1;
      changes = front.changes();
      return steady <= generations;
    }
  }
}
