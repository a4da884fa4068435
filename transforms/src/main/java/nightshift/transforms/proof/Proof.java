package nightshift.transforms.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/**
 * Tries whether a strategy keeps the promises of {@link Strategy}. It proves what was tried and
 * nothing else: a strategy that looks ahead on prices or with parameters that were not tried is not
 * found out. Everything is the same each time, whatever the machine.
 */
public final class Proof {
  private static final Check LOOK_AHEAD = new LookAhead();
  private static final List<Check> CHECKS =
      List.of(
          LOOK_AHEAD,
          new WarmUp(),
          new Weights(),
          new Columns(),
          new OtherSymbols(),
          new Repeatability(),
          new EqualChoices(),
          new EmptyPlaces());

  private final Strategy strategy;
  private final Effort effort;
  private final List<Values> choices;

  public Proof(Strategy strategy, Effort effort) {
    this.strategy = strategy;
    this.effort = effort;
    this.choices = effort.choices(strategy);
  }

  /** What comes of each check on made-up prices, in a fixed order. */
  public List<Outcome> onMadeUpPrices() {
    return on(List.of(madeUpPrices(strategy)));
  }

  /** Made-up prices with history enough for a strategy. */
  public static Sample madeUpPrices(Strategy strategy) {
    return MadeUpPrices.forStrategy(strategy);
  }

  /**
   * What comes of each check, in a fixed order; a single outcome when the strategy fails on the
   * samples as they are.
   *
   * @param samples at least one
   */
  public List<Outcome> on(List<Sample> samples) {
    List<Trial> trials = new ArrayList<>();
    try {
      samples.forEach(sample -> trials.add(new Trial(strategy, sample, choices)));
    } catch (BrokenPromiseException e) {
      return List.of(Outcome.fails("decisions", "it cannot decide", e.finding()));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Check check : CHECKS) {
      outcomes.add(outcome(check, trials));
    }
    return outcomes;
  }

  private Outcome outcome(Check check, List<Trial> trials) {
    try {
      String measured = check.on(trials, effort);
      boolean idle = trials.stream().mapToLong(Trial::decisions).sum() == 0;
      return idle && check == LOOK_AHEAD
          ? Outcome.nothingToSee(check.name())
          : Outcome.holds(check.name(), measured);
    } catch (BrokenPromiseException e) {
      return Outcome.fails(check.name(), e.finding().line(), e.finding());
    }
  }

  /** The first thing found wrong on made-up prices. */
  public Optional<Finding> firstFinding() {
    return onMadeUpPrices().stream().flatMap(outcome -> outcome.finding().stream()).findFirst();
  }
}
