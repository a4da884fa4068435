package nightshift.transforms.evolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Values;

/**
 * What a search has evaluated so far, on which rung, and what it has spent. It asks for nothing
 * twice.
 */
final class Evaluations {
  private final Ladder ladder;
  private final List<Map<Values, Score>> rungs = new ArrayList<>();
  private final List<GenerationStats> generations = new ArrayList<>();
  private double spent;
  private int tried;
  private int reported;
  private Candidate best;

  Evaluations(Ladder ladder) {
    this.ladder = ladder;
    for (int rung = 0; rung < ladder.rungs(); rung++) {
      rungs.add(new LinkedHashMap<>());
    }
  }

  /** Evaluates candidates in full, those that were not yet; all of them, in their order. */
  List<Candidate> evaluate(Collection<Values> candidates) {
    return evaluate(ladder.top(), candidates);
  }

  /** The same on a rung. */
  List<Candidate> evaluate(int rung, Collection<Values> candidates) {
    Map<Values, Score> seen = rungs.get(rung);
    LinkedHashSet<Values> unseen = new LinkedHashSet<>(candidates);
    unseen.removeAll(seen.keySet());
    if (!unseen.isEmpty()) {
      List<Values> batch = List.copyOf(unseen);
      tried += Math.toIntExact(batch.stream().filter(values -> !isKnown(values)).count());
      List<Score> scores = ladder.score(rung, batch);
      for (int i = 0; i < batch.size(); i++) {
        seen.put(batch.get(i), scores.get(i));
      }
      spent += ladder.share(rung) * batch.size();
    }
    List<Candidate> scored = candidates.stream().map(v -> new Candidate(v, seen.get(v))).toList();
    if (rung == ladder.top()) {
      for (Candidate one : scored) {
        if (best == null || Candidate.BEST_FIRST.compare(one, best) < 0) {
          best = one;
        }
      }
    }
    return scored;
  }

  /** Whether a candidate was evaluated on any rung. */
  boolean isKnown(Values values) {
    return rungs.stream().anyMatch(rung -> rung.containsKey(values));
  }

  /** All that were evaluated in full, in the order in which they were. */
  Map<Values, Score> whole() {
    return rungs.get(ladder.top());
  }

  /** The best of those evaluated in full. */
  Candidate best() {
    return best;
  }

  /** What was spent, in evaluations in full. */
  double spent() {
    return spent;
  }

  /** Ends a generation. */
  void record(Collection<Candidate> population) {
    generations.add(GenerationStats.of(generations.size() + 1, tried - reported, population, 0));
    reported = tried;
  }

  /** What came of it all. */
  Evolved evolved() {
    List<Candidate> candidates = new ArrayList<>();
    whole().forEach((values, score) -> candidates.add(new Candidate(values, score)));
    candidates.sort(Candidate.BEST_FIRST);
    LinkedHashSet<Values> screened = new LinkedHashSet<>();
    rungs.forEach(rung -> screened.addAll(rung.keySet()));
    screened.removeAll(whole().keySet());
    return new Evolved(
        List.copyOf(candidates),
        List.copyOf(generations),
        List.of(),
        screened.stream().sorted().toList());
  }
}
