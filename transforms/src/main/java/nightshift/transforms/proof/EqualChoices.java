package nightshift.transforms.proof;

import java.util.List;
import java.util.Optional;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/**
 * What stands for a choice of parameters wants the same as that choice, and stands for itself; see
 * {@link Strategy#canonical}.
 */
final class EqualChoices implements Check {

  @Override
  public String name() {
    return "equal choices";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    int others = 0;
    for (Trial trial : trials) {
      Strategy strategy = trial.strategy();
      for (int i = 0; i < trial.choices().size(); i++) {
        Values values = trial.choices().get(i);
        Values canonical = strategy.canonical(values);
        if (!canonical.equals(strategy.canonical(canonical))) {
          throw new BrokenPromiseException(notItself(strategy, values, canonical));
        }
        if (!canonical.equals(values)) {
          others++;
          trial.requireSame(
              i,
              Positions.of(strategy, trial.sample(), List.of(canonical)).get(0),
              Integer.MAX_VALUE,
              "takes different choices for equal ones",
              "with " + canonical + ", which canonical() gives for it");
        }
      }
    }
    return others == 0 ? "none among those tried" : others + " want what canonical() wants";
  }

  private static Finding notItself(Strategy strategy, Values values, Values canonical) {
    return new Finding(
        strategy.name(),
        "takes different choices for equal ones",
        values.toString(),
        Optional.empty(),
        Optional.empty(),
        "canonical() gives " + canonical + ", and for that another again");
  }
}
