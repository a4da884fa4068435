package nightshift.transforms.evolve;

import io.jenetics.IntegerGene;
import io.jenetics.Mutator;
import java.util.random.RandomGenerator;
import nightshift.transforms.stats.Score;

/**
 * Moves a parameter by a few of its steps, up or down: by one to a tenth of its range, and never
 * out of it. Where {@link Mutator} leaps anywhere, this one searches nearby.
 */
final class StepMutator extends Mutator<IntegerGene, Score> {
  private static final int SHARE_OF_RANGE = 10;

  StepMutator(double probability) {
    super(probability);
  }

  @Override
  protected IntegerGene mutate(IntegerGene gene, RandomGenerator random) {
    int largest = Math.max(1, (gene.max() - gene.min()) / SHARE_OF_RANGE);
    int step = 1 + random.nextInt(largest);
    int moved = gene.allele() + (random.nextBoolean() ? step : -step);
    return gene.newInstance(Math.max(gene.min(), Math.min(gene.max() - 1, moved)));
  }
}
