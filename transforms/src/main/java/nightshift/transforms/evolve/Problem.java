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
 */
public record Problem(List<Parameter> parameters, UnaryOperator<Values> canonical, Ladder ladder) {

  public Problem {
    parameters = List.copyOf(parameters);
  }

  /** A problem without rungs below the whole. */
  public Problem(
      List<Parameter> parameters,
      UnaryOperator<Values> canonical,
      Function<List<Values>, List<Score>> evaluate) {
    this(parameters, canonical, Ladder.whole(evaluate));
  }
}
