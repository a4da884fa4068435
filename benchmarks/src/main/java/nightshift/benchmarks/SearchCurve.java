package nightshift.benchmarks;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.evolve.Candidate;
import nightshift.transforms.evolve.Ladder;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Values;

/**
 * Follows a search: what it had found in full after how many bar evaluations, counted in candidates
 * on all prices.
 */
final class SearchCurve implements Ladder {
  private final Ladder ladder;
  private final List<Step> steps = new ArrayList<>();
  private double spent;

  /** The best so far, and what was spent when it was found. */
  private record Step(double spent, Candidate best) {}

  SearchCurve(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public int rungs() {
    return ladder.rungs();
  }

  @Override
  public double share(int rung) {
    return ladder.share(rung);
  }

  @Override
  public List<Score> score(int rung, List<Values> candidates) {
    List<Score> scores = ladder.score(rung, candidates);
    for (int i = 0; i < candidates.size(); i++) {
      spent += share(rung);
      Candidate candidate = new Candidate(candidates.get(i), scores.get(i));
      if (rung == top()
          && (steps.isEmpty()
              || Candidate.BEST_FIRST.compare(candidate, steps.get(steps.size() - 1).best()) < 0)) {
        steps.add(new Step(spent, candidate));
      }
    }
    return scores;
  }

  /** What was spent in all. */
  double spent() {
    return spent;
  }

  /** The best that had been found for so much. */
  Candidate best(double budget) {
    Candidate best = steps.get(0).best();
    for (Step step : steps) {
      best = step.spent() <= budget + 1e-9 ? step.best() : best;
    }
    return best;
  }

  /** What was spent until a score was reached; infinite if it was not. */
  double until(Score score) {
    return steps.stream()
        .filter(step -> step.best().score().compareTo(score) >= 0)
        .mapToDouble(Step::spent)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
