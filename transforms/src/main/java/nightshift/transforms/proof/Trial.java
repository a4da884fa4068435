package nightshift.transforms.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightshift.transforms.proof.Positions.Difference;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/** A strategy on a sample: what it decides there for each choice, to compare others with. */
final class Trial {
  private final Strategy strategy;
  private final Sample sample;
  private final List<Values> choices;
  private final List<Positions> known;

  /**
   * @throws BrokenPromiseException when the strategy cannot decide on these prices
   */
  Trial(Strategy strategy, Sample sample, List<Values> choices) {
    this.strategy = strategy;
    this.sample = sample;
    this.choices = choices;
    this.known = decide(sample, "");
  }

  Strategy strategy() {
    return strategy;
  }

  Sample sample() {
    return sample;
  }

  List<Values> choices() {
    return choices;
  }

  /** What is decided for a choice, given by its place. */
  Positions known(int choice) {
    return known.get(choice);
  }

  /** All decisions, over all choices. */
  long decisions() {
    return known.stream().mapToLong(p -> p.decisions(Integer.MAX_VALUE)).sum();
  }

  /**
   * What is decided on another sample, for each choice.
   *
   * @param circumstance what is other about it, for the message; may be empty
   * @throws BrokenPromiseException when the strategy cannot
   */
  List<Positions> decide(Sample other, String circumstance) {
    try {
      return Positions.of(strategy, other, choices);
    } catch (RuntimeException e) {
      throw new BrokenPromiseException(failed(other, circumstance, e), e);
    }
  }

  /** Looks for the choice that it was, which a batch does not say. */
  private Finding failed(Sample other, String circumstance, RuntimeException batch) {
    for (Values values : choices) {
      try {
        Positions.of(strategy, other, List.of(values));
      } catch (RuntimeException e) {
        return failed(values.toString(), circumstance, e);
      }
    }
    return failed("choices one after the other", circumstance, batch);
  }

  private Finding failed(String choice, String circumstance, RuntimeException e) {
    String place = circumstance.isEmpty() ? "" : " " + circumstance;
    return new Finding(
        strategy.name(),
        "fails",
        choice,
        Optional.empty(),
        Optional.empty(),
        "on " + sample.name() + place + ": " + e);
  }

  /** A finding at a place where positions differ. */
  Finding finding(String fault, Values values, Difference difference, String circumstance) {
    return new Finding(
        strategy.name(),
        fault,
        values.toString(),
        Optional.of(difference.symbol()),
        Optional.of(date(difference.day())),
        String.format(
            "it wants %s, but %s %s (%s)",
            difference.was(), difference.is(), circumstance, sample.name()));
  }

  LocalDate date(int day) {
    return sample.panel().dateOf(day);
  }

  /**
   * Compares what is decided now with what was, up to a day, to the bit.
   *
   * @throws BrokenPromiseException at the first choice with a difference
   */
  void requireSame(List<Positions> now, int lastDay, String fault, String circumstance) {
    for (int i = 0; i < choices.size(); i++) {
      requireSame(i, now.get(i), lastDay, fault, circumstance);
    }
  }

  /** The same for one choice. */
  void requireSame(int choice, Positions now, int lastDay, String fault, String circumstance) {
    Optional<Difference> difference = known.get(choice).differenceUpTo(lastDay, now);
    if (difference.isPresent()) {
      throw new BrokenPromiseException(
          finding(fault, choices.get(choice), difference.get(), circumstance));
    }
  }
}
