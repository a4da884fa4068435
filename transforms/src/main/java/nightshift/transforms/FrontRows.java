package nightshift.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightshift.io.research.UnitRows;
import nightshift.transforms.backtest.Detail;
import nightshift.transforms.evolve.Evolved;
import nightshift.transforms.evolve.FrontMember;
import nightshift.transforms.stats.Aims;
import nightshift.transforms.stats.Objective;
import nightshift.transforms.stats.Outcome;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Values;

/** The rows of a unit's front: one for each member and objective, in the order of both. */
final class FrontRows {
  private final List<UnitRows.FrontValue> seen;
  private final Aims aims;
  private final Map<String, double[]> unseen = new HashMap<>();

  FrontRows(List<UnitRows.FrontValue> seen, Search search) {
    this.seen = seen;
    this.aims = search.aims();
  }

  /** What the members did in training; nothing of the test days is known yet. */
  static List<UnitRows.FrontValue> of(Evolved evolved, Aims aims) {
    List<UnitRows.FrontValue> rows = new ArrayList<>();
    for (int place = 1; place <= evolved.front().size(); place++) {
      FrontMember member = evolved.front().get(place - 1);
      Score score = member.candidate().score();
      for (int i = 0; i < score.objectives(); i++) {
        Objective objective = aims.objectives().get(i);
        rows.add(
            new UnitRows.FrontValue(
                member.candidate().values().toJson(),
                place,
                objective.label(),
                i + 1,
                objective.oriented(score.value(i)),
                Double.NaN,
                score.trades(),
                member.crowding()));
      }
    }
    return rows;
  }

  /** Takes what a candidate did on the test days. */
  void validate(Values values, Detail detail) {
    if (!seen.isEmpty()) {
      Outcome outcome =
          new Outcome(
              detail.returns(),
              detail.trades().size(),
              detail.metrics(aims.riskFree()).trades().sqn(),
              detail.turnover());
      unseen.put(values.toJson(), aims.figures(outcome));
    }
  }

  /** The rows, with the test days of those members that were validated. */
  List<UnitRows.FrontValue> rows() {
    double[] unknown = new double[aims.objectives().size()];
    Arrays.fill(unknown, Double.NaN);
    return seen.stream()
        .map(row -> row.withUnseen(unseen.getOrDefault(row.params(), unknown)[row.priority() - 1]))
        .toList();
  }
}
