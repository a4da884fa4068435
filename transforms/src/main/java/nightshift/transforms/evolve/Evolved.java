package nightshift.transforms.evolve;

import java.util.List;
import java.util.stream.IntStream;
import nightshift.transforms.strategy.Values;

/**
 * What a search found.
 *
 * @param candidates every distinct candidate that was evaluated, the best first
 * @param generations the generations, in order
 * @param front those of them that qualify and that none dominates, the best by the first objective
 *     first; empty with a single objective
 * @param screened every distinct candidate that was looked at on a lower rung of the {@link Ladder}
 *     alone, in natural order; tried as well, but never among the best
 */
public record Evolved(
    List<Candidate> candidates,
    List<GenerationStats> generations,
    List<FrontMember> front,
    List<Values> screened) {

  /**
   * The candidates that are worth a closer look, the best first: the best ones; of a front as many
   * as are to be had at equal steps along it, its first and its last among them.
   *
   * @param count how many at most, at least 1
   */
  public List<Candidate> best(int count) {
    if (front.isEmpty()) {
      return candidates.subList(0, Math.min(count, candidates.size()));
    }
    int last = front.size() - 1;
    int steps = Math.min(count, front.size()) - 1;
    return IntStream.rangeClosed(0, steps)
        .map(step -> steps == 0 ? 0 : step * last / steps)
        .mapToObj(place -> front.get(place).candidate())
        .toList();
  }
}
