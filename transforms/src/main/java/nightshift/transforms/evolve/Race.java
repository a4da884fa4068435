package nightshift.transforms.evolve;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.strategy.Values;

/**
 * Successive halving on the lower rungs of a {@link Ladder}: many candidates are looked at where
 * that is cheap, and the better ones where it is dear. A rung that orders the first generation, all
 * of which was evaluated in full, otherwise than the whole does is not asked again.
 *
 * <p>Source: Jamieson, Talwalkar, Non-stochastic Best Arm Identification and Hyperparameter
 * Optimization (2016).
 */
final class Race {
  /** A rung is asked where its order has at least this rank correlation with that of the whole. */
  static final double TRUSTED = 0.5;

  private final Ladder ladder;
  private final Evaluations evaluations;
  private final List<Integer> trusted = new ArrayList<>();

  Race(Ladder ladder, Evaluations evaluations) {
    this.ladder = ladder;
    this.evaluations = evaluations;
  }

  /** Finds out which rungs can be trusted. */
  void calibrate(List<Candidate> first) {
    double[] whole = RankCorrelation.ranks(first);
    List<Values> values = first.stream().map(Candidate::values).toList();
    for (int rung = 0; rung < ladder.top(); rung++) {
      double[] here = RankCorrelation.ranks(evaluations.evaluate(rung, values));
      if (RankCorrelation.of(here, whole) >= TRUSTED) {
        trusted.add(rung);
      }
    }
  }

  /** Whether any rung can be trusted. */
  boolean isOn() {
    return !trusted.isEmpty();
  }

  /**
   * Lets candidates race for some places, the best first; those that there are no places for were
   * looked at on a lower rung alone.
   */
  List<Values> winners(List<Values> candidates, int places) {
    List<Values> left = candidates;
    for (int i = 0; i < trusted.size() && left.size() > places; i++) {
      double keep = StrictMath.pow((double) places / left.size(), 1.0 / (trusted.size() - i));
      int next = Math.max(places, (int) Math.ceil(left.size() * keep));
      left =
          evaluations.evaluate(trusted.get(i), left).stream()
              .sorted(Candidate.BEST_FIRST)
              .limit(next)
              .map(Candidate::values)
              .toList();
    }
    return left.subList(0, Math.min(places, left.size()));
  }
}
