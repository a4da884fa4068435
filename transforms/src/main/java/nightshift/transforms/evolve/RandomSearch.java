package nightshift.transforms.evolve;

import java.util.List;
import java.util.SplittableRandom;
import nightshift.transforms.strategy.Values;

/**
 * Draws generation after generation at random and learns nothing from them: what any other search
 * has to beat. It evaluates every candidate in full, and ends when all generations were drawn or
 * hardly any candidate is new.
 */
final class RandomSearch implements Optimiser {

  @Override
  public Evolved search(Problem problem, EvolutionSettings settings, long seed) {
    Draw draw = new Draw(problem, new SplittableRandom(seed));
    Evaluations all = new Evaluations(problem.ladder());
    for (int generation = 0; generation < settings.generations(); generation++) {
      List<Values> drawn = draw.some(settings.population(), all::isKnown);
      if (drawn.isEmpty()) {
        break;
      }
      all.record(all.evaluate(drawn));
    }
    return all.evolved();
  }
}
