package nightshift.transforms.evolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * One generation of a population. The figures of the objective, the first of several, are over the
 * members that qualify, NaN where there are too few of them.
 *
 * @param generation from 1
 * @param evaluated candidates that the search had not seen before
 * @param qualified members whose score counts
 * @param distinct different members
 * @param best largest objective
 * @param mean mean of the objective
 * @param sd its standard deviation, with n - 1
 * @param front members of the front of all candidates so far; 0 with a single objective
 */
public record GenerationStats(
    int generation,
    int evaluated,
    int qualified,
    int distinct,
    double best,
    double mean,
    double sd,
    int front) {

  static GenerationStats of(
      int generation, int evaluated, Collection<Candidate> population, int front) {
    List<Double> values =
        population.stream()
            .filter(member -> member.score().qualified())
            .map(member -> member.score().value())
            .sorted()
            .toList();
    double mean = values.stream().mapToDouble(v -> v).sum() / values.size();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new GenerationStats(
        generation,
        evaluated,
        values.size(),
        new HashSet<>(population.stream().map(Candidate::values).toList()).size(),
        values.isEmpty() ? Double.NaN : values.get(values.size() - 1),
        mean,
        values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1)),
        front);
  }
}
