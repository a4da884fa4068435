package nightshift.pipelines;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.profiles.Nearest;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;

/** The strategies that were asked for, and what they need together. */
record StrategyChoice(List<Strategy> strategies) {

  /**
   * @param names as asked for; empty for all there are
   * @throws UsageException when there is no strategy of a name
   */
  static StrategyChoice of(List<String> names) {
    List<Strategy> all = Strategies.all();
    if (names.isEmpty()) {
      return new StrategyChoice(all);
    }
    List<String> known = all.stream().map(Strategy::name).toList();
    List<Strategy> chosen = new ArrayList<>();
    for (String name : names) {
      int place = known.indexOf(name);
      if (place < 0) {
        throw new UsageException(
            "unknown strategy '"
                + name
                + "'"
                + Nearest.hint(name, known)
                + "; strategies are "
                + String.join(", ", known));
      }
      if (!chosen.contains(all.get(place))) {
        chosen.add(all.get(place));
      }
    }
    return new StrategyChoice(chosen);
  }

  List<String> names() {
    return strategies.stream().map(Strategy::name).toList();
  }

  /** The longest warm-up of them, in bars. */
  int warmUp() {
    return strategies.stream().mapToInt(Strategy::warmUp).max().orElseThrow();
  }

  /** Their columns, and those that every backtest needs. */
  List<Column> columns() {
    Set<Column> columns = EnumSet.of(Column.OPEN, Column.CLOSE);
    strategies.forEach(strategy -> columns.addAll(strategy.columns()));
    return List.copyOf(columns);
  }
}
