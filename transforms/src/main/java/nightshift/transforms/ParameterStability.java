package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightshift.io.research.BestOfFold;
import nightshift.io.research.StabilityRow;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Values;

/** How far the best parameters of each strategy wander from fold to fold. */
public final class ParameterStability {
  private ParameterStability() {}

  /**
   * A row for each parameter of each strategy.
   *
   * @param best the best of each strategy and fold, folds in ascending order
   */
  public static List<StabilityRow> of(List<BestOfFold> best) {
    Map<String, List<Values>> byStrategy = new TreeMap<>();
    for (BestOfFold one : best) {
      byStrategy
          .computeIfAbsent(one.strategy(), strategy -> new ArrayList<>())
          .add(Values.ofJson(Strategies.named(one.strategy()).parameters(), one.params()));
    }
    List<StabilityRow> rows = new ArrayList<>();
    byStrategy.forEach(
        (strategy, folds) -> {
          for (Parameter parameter : folds.get(0).parameters()) {
            rows.add(row(strategy, parameter, folds));
          }
        });
    return rows;
  }

  private static StabilityRow row(String strategy, Parameter parameter, List<Values> folds) {
    double[] values = folds.stream().mapToDouble(fold -> fold.named(parameter.name())).toArray();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    boolean defined = values.length > 1 && parameter.size() > 1;
    return new StabilityRow(
        strategy,
        parameter.name(),
        values.length,
        lowest,
        highest,
        values[values.length - 1],
        defined ? (highest - lowest) / (parameter.max() - parameter.min()) : Double.NaN);
  }
}
