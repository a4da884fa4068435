package nightshift.transforms.evolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Values;

/**
 * Guesses how good a candidate will be by those around it that were evaluated in full: the mean of
 * the ranks of the nearest, the nearer the weightier (Shepard 1968), and a little more where nobody
 * has looked yet. It costs no bar evaluation.
 */
final class Neighbours {
  /** So many are looked at for each guess at most, the best ones. */
  private static final int MOST = 400;

  private static final int NEAREST = 4;
  private static final double CURIOSITY = 0.5;

  /** A distance that makes no difference any more. */
  private static final double TINY = 1e-4;

  private final List<Parameter> parameters;
  private final List<Values> known = new ArrayList<>();
  private final double[] ranks;

  /**
   * @param whole what was evaluated in full, at least one
   */
  Neighbours(List<Parameter> parameters, Map<Values, Score> whole) {
    this.parameters = parameters;
    whole.entrySet().stream()
        .map(one -> new Candidate(one.getKey(), one.getValue()))
        .sorted(Candidate.BEST_FIRST)
        .limit(MOST)
        .forEach(one -> known.add(one.values()));
    this.ranks = new double[known.size()];
    Arrays.setAll(ranks, i -> (double) (whole.size() - i) / whole.size());
  }

  /** Those of some candidates that promise most, the most promising first. */
  List<Values> promising(List<Values> candidates, int count) {
    record Guess(Values values, double promise) {}
    return candidates.stream()
        .map(values -> new Guess(values, promise(values)))
        .sorted(Comparator.comparingDouble(Guess::promise).reversed().thenComparing(Guess::values))
        .limit(count)
        .map(Guess::values)
        .toList();
  }

  /** About 0 for the worst that is known, 1 for the best, and more where little is known. */
  double promise(Values values) {
    double[] nearest = new double[Math.min(NEAREST, known.size())];
    double[] rank = new double[nearest.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < known.size(); i++) {
      insert(distance(values, known.get(i)), ranks[i], nearest, rank);
    }
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < nearest.length; i++) {
      double weight = 1 / (nearest[i] + TINY);
      sum += weight * rank[i];
      weights += weight;
    }
    return sum / weights + CURIOSITY * Math.sqrt(nearest[0]);
  }

  /** Puts one into its place among the nearest, if it has one. */
  private static void insert(double distance, double itsRank, double[] nearest, double[] rank) {
    int place = nearest.length;
    while (place > 0 && nearest[place - 1] > distance) {
      if (place < nearest.length) {
        nearest[place] = nearest[place - 1];
        rank[place] = rank[place - 1];
      }
      place--;
    }
    if (place < nearest.length) {
      nearest[place] = distance;
      rank[place] = itsRank;
    }
  }

  /** The square of the distance, every parameter's range being 1. */
  private double distance(Values a, Values b) {
    double sum = 0;
    for (int i = 0; i < parameters.size(); i++) {
      double apart = (double) (a.index(i) - b.index(i)) / Math.max(1, parameters.get(i).size() - 1);
      sum += apart * apart;
    }
    return sum;
  }
}
