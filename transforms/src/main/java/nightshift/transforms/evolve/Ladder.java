package nightshift.transforms.evolve;

import java.util.List;
import java.util.function.Function;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Values;

/**
 * Ways to evaluate candidates, each dearer and surer than the one before: rungs from 0, of which
 * the last is the whole of the training prices. Scores of different rungs are not comparable.
 */
public interface Ladder {

  /** How many rungs there are, at least 1. */
  int rungs();

  /**
   * What a candidate costs on a rung, in bar evaluations, as a share of what it costs on the last:
   * above 0, at most 1, which it is on the last.
   */
  double share(int rung);

  /** Scores distinct candidates on a rung, in their order. */
  List<Score> score(int rung, List<Values> candidates);

  /** The last rung, on which candidates are evaluated in full. */
  default int top() {
    return rungs() - 1;
  }

  /** A ladder with nothing but the whole. */
  static Ladder whole(Function<List<Values>, List<Score>> evaluate) {
    return new Ladder() {
      @Override
      public int rungs() {
        return 1;
      }

      @Override
      public double share(int rung) {
        return 1;
      }

      @Override
      public List<Score> score(int rung, List<Values> candidates) {
        return evaluate.apply(candidates);
      }
    };
  }
}
