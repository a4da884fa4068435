package nightshift.transforms.evolve;

import java.util.Comparator;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Values;

/** Parameters that were evaluated, and how good they are. */
public record Candidate(Values values, Score score) {

  /** The best first; equally good ones in order of their parameters. */
  public static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::values);
}
