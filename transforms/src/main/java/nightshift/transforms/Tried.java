package nightshift.transforms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Values;
import nightshift.transforms.trust.OverfittingProbability;

/**
 * What the statistics of selection need to know of the candidates of a unit, whatever the
 * objective: the Sharpe ratio of each, and the returns of the first generation in blocks. That
 * generation is drawn at random; later ones are bred from what was good, and resemble each other.
 */
final class Tried {
  private final double riskFree;
  private final OverfittingProbability overfitting;
  private final Map<Values, Double> sharpes = new HashMap<>();
  private final Map<Values, Double> screened = new HashMap<>();

  /**
   * @param riskFree what money earns a day without risk, as a fraction
   */
  Tried(double riskFree) {
    this.riskFree = riskFree;
    this.overfitting = new OverfittingProbability(riskFree);
  }

  /** Adds a generation, the first one first. */
  void add(List<Values> candidates, Batch batch) {
    boolean first = sharpes.isEmpty();
    for (int i = 0; i < candidates.size(); i++) {
      sharpes.put(candidates.get(i), Metrics.sharpe(batch.returns(i), riskFree));
      if (first) {
        overfitting.add(batch.returns(i));
      }
    }
  }

  /** Adds candidates that were looked at on a part of the prices. */
  void screen(List<Values> candidates, Batch batch) {
    for (int i = 0; i < candidates.size(); i++) {
      screened.put(candidates.get(i), Metrics.sharpe(batch.returns(i), riskFree));
    }
  }

  /** Annualised, on that part alone; NaN where it is undefined. */
  double screenSharpe(Values candidate) {
    return screened.get(candidate);
  }

  /** Annualised, in sample; NaN where it is undefined. */
  double sharpe(Values candidate) {
    return sharpes.get(candidate);
  }

  /** See {@link OverfittingProbability#value()}. */
  double pbo() {
    return overfitting.value();
  }
}
