package nightshift.transforms.evolve;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Values;

/**
 * What an {@link Optimiser} is to solve.
 *
 * @param canonical what stands for a choice of parameters: choices for which the same stands are
 *     one candidate
 * @param ladder scores batches of distinct candidates; is asked at most once for each candidate and
 *     rung
 * @param seeds candidates that were good elsewhere. They are evaluated in full after the first
 *     generation, which they leave as it is, and become members of the population; a search with a
 *     single generation, or that learns nothing, leaves them out
 */
public record Problem(
    List<Parameter> parameters,
    UnaryOperator<Values> canonical,
    Ladder ladder,
    List<Values> seeds) {

  public Problem {
    parameters = List.copyOf(parameters);
    seeds = seeds.stream().map(canonical).distinct().toList();
  }

  /** A problem without seeds. */
  public Problem(List<Parameter> parameters, UnaryOperator<Values> canonical, Ladder ladder) {
    this(parameters, canonical, ladder, List.of());
  }

  /** A problem without rungs below the whole. */
  public Problem(
      List<Parameter> parameters,
      UnaryOperator<Values> canonical,
      Function<List<Values>, List<Score>> evaluate) {
    this(parameters, canonical, Ladder.whole(evaluate));
  }
}
