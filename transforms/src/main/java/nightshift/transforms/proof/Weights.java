package nightshift.transforms.proof;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Strategy.Scope;

/**
 * Weights are within bounds: each from -1 to 1, which {@link
 * nightshift.transforms.strategy.Targets} refuses otherwise, and for {@link Scope#PANEL} their
 * absolute values sum to at most 1 on every day.
 */
final class Weights implements Check {
  private static final double MOST = 1 + 1e-9;

  @Override
  public String name() {
    return "weights";
  }

  @Override
  public String on(List<Trial> trials, Effort effort) {
    if (trials.get(0).strategy().scope() == Scope.SYMBOL) {
      return "each from -1 to 1";
    }
    double largest = 0;
    for (Trial trial : trials) {
      for (int i = 0; i < trial.choices().size(); i++) {
        largest = Math.max(largest, largestSum(trial, i));
      }
    }
    return String.format(Locale.ROOT, "each from -1 to 1, all together at most %.4f", largest);
  }

  private static double largestSum(Trial trial, int choice) {
    double[] gross = trial.known(choice).grossByDay(trial.sample().panel());
    double largest = 0;
    for (int day = 0; day < trial.sample().window().to(); day++) {
      if (gross[day] > MOST) {
        throw new BrokenPromiseException(tooMuch(trial, choice, day, gross[day]));
      }
      largest = Math.max(largest, gross[day]);
    }
    return largest;
  }

  private static Finding tooMuch(Trial trial, int choice, int day, double sum) {
    Strategy strategy = trial.strategy();
    return new Finding(
        strategy.name(),
        "spends more than there is",
        trial.choices().get(choice).toString(),
        Optional.empty(),
        Optional.of(trial.date(day)),
        "the absolute weights of all symbols sum to " + sum + ", and 1 is all there is");
  }
}
