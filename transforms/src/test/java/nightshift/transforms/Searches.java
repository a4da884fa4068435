package nightshift.transforms;

import java.time.LocalDate;
import java.util.List;
import nightshift.io.market.Column;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.evolve.EvolutionSettings;
import nightshift.transforms.stats.Objective;
import nightshift.transforms.walkforward.Fold;

/** Searches and folds for tests. */
final class Searches {
  private Searches() {}

  static Search search(List<String> strategies, int islands, int warmUp) {
    return search(strategies, islands, warmUp, Objective.SHARPE);
  }

  static Search search(List<String> strategies, int islands, int warmUp, Objective... objectives) {
    return new Search(
        "run",
        "market",
        strategies,
        warmUp,
        List.of(Column.values()),
        List.of(objectives),
        5,
        0,
        Costs.DEFAULT,
        new EvolutionSettings(6, 3, 3),
        islands,
        2,
        42);
  }

  /** A fold that tests the calendar year it is named after, up to a day. */
  static Fold fold(int year, String trainFrom, String trainTo, String testTo) {
    return new Fold(
        year,
        LocalDate.parse(trainFrom),
        LocalDate.parse(trainTo),
        LocalDate.of(year, 1, 1),
        LocalDate.parse(testTo));
  }
}
