package nightshift.transforms.stats;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * What a search is after: one objective, or several at once.
 *
 * @param objectives the first is what candidates are ranked by; each is named once
 * @param minTrades with fewer trades a candidate does not qualify
 * @param riskFree what money earns a day without risk, as a fraction
 * @param candidates how many candidates the search may try at most, at least 2
 */
public record Aims(List<Objective> objectives, int minTrades, double riskFree, long candidates)
    implements Serializable {

  public Aims {
    objectives = List.copyOf(objectives);
    if (objectives.isEmpty() || new HashSet<>(objectives).size() < objectives.size()) {
      throw new IllegalArgumentException(
          "objectives must be one or more, each named once, got " + objectives);
    }
    if (candidates < 2) {
      throw new IllegalArgumentException("candidates must be at least 2, got " + candidates);
    }
  }

  /** A single objective, of a search that may try as many candidates. */
  public static Aims of(Objective objective, int minTrades, double riskFree, long candidates) {
    return new Aims(List.of(objective), minTrades, riskFree, candidates);
  }

  /**
   * The same on a part of the prices, where fewer trades are enough.
   *
   * @param share of the prices, above 0, at most 1
   */
  public Aims onShare(double share) {
    return new Aims(objectives, (int) Math.ceil(minTrades * share), riskFree, candidates);
  }

  /** Whether there is more than one objective, so that the search has a front. */
  public boolean several() {
    return objectives.size() > 1;
  }

  /** Whether an objective looks at the trades one by one, or at what is bought and sold. */
  public boolean followTrades() {
    return objectives.stream().anyMatch(Objective::followsTrades);
  }

  /** The figures of all objectives, in their order; NaN where one is undefined. */
  public double[] figures(Outcome outcome) {
    return objectives.stream().mapToDouble(o -> o.figure(outcome, this)).toArray();
  }

  /** How good a candidate is. It qualifies with enough trades and if every figure is defined. */
  public Score score(Outcome outcome) {
    double value = value(objectives.get(0), outcome);
    List<Double> further =
        objectives.size() == 1
            ? List.of()
            : objectives.stream().skip(1).map(o -> value(o, outcome)).toList();
    boolean qualified =
        outcome.trades() >= minTrades
            && !Double.isNaN(value)
            && further.stream().noneMatch(v -> v.isNaN());
    return new Score(value, outcome.trades(), qualified, further);
  }

  private double value(Objective objective, Outcome outcome) {
    return objective.oriented(objective.figure(outcome, this));
  }
}
