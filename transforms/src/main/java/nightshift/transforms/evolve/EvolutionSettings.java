package nightshift.transforms.evolve;

import java.io.Serializable;

/**
 * What decides how a population evolves, and with the seed what comes of it.
 *
 * @param method the optimiser, for a single objective
 * @param population members in each generation, at least 2
 * @param generations how many generations at most, at least 1
 * @param steadyGenerations the search ends early when the best has not improved for as many
 *     generations, at least 1
 */
public record EvolutionSettings(
    Method method, int population, int generations, int steadyGenerations) implements Serializable {

  public EvolutionSettings {
    require("population", population, 2);
    require("generations", generations, 1);
    require("steadyGenerations", steadyGenerations, 1);
  }

  /** Settings of the genetic search. */
  public EvolutionSettings(int population, int generations, int steadyGenerations) {
    this(Method.GENETIC, population, generations, steadyGenerations);
  }

  /** What a search may spend: so many evaluations on all prices of the training, or their worth. */
  public long evaluations() {
    return (long) population * generations;
  }

  /** How many different candidates a search tries at most. */
  public long mostCandidates() {
    return method.climbs() ? evaluations() * AdaptiveSearch.RACERS : evaluations();
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }
}
