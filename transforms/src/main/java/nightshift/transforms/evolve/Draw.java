package nightshift.transforms.evolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import nightshift.transforms.strategy.Values;

/** Candidates drawn at random, every choice of parameters as likely as another. */
final class Draw {
  /** So many draws are made for each candidate that is wanted, before it counts as not there. */
  static final int PATIENCE = 50;

  private final Problem problem;
  private final SplittableRandom random;

  Draw(Problem problem, SplittableRandom random) {
    this.problem = problem;
    this.random = random;
  }

  /** One candidate. */
  Values one() {
    int[] indices = problem.parameters().stream().mapToInt(p -> random.nextInt(p.size())).toArray();
    return problem.canonical().apply(new Values(problem.parameters(), indices));
  }

  /** As many distinct new candidates as are wanted; fewer where there are hardly more. */
  List<Values> some(int count, Predicate<Values> isKnown) {
    Set<Values> drawn = new LinkedHashSet<>();
    for (int i = 0; i < count * PATIENCE && drawn.size() < count; i++) {
      Values values = one();
      if (!isKnown.test(values)) {
        drawn.add(values);
      }
    }
    return List.copyOf(drawn);
  }
}
