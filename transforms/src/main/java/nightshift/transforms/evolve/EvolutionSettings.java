package nightshift.transforms.evolve;

import java.io.Serializable;

/**
 * What decides how a population evolves, and with the seed what comes of it.
 *
 * @param population members in each generation, at least 2
 * @param generations how many generations at most, at least 1
 * @param steadyGenerations the search ends early when the best has not improved for as many
 *     generations, at least 1
 */
public record EvolutionSettings(int population, int generations, int steadyGenerations)
    implements Serializable {

  public EvolutionSettings {
    require("population", population, 2);
    require("generations", generations, 1);
    require("steadyGenerations", steadyGenerations, 1);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }
}
