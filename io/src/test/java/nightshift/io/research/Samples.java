package nightshift.io.research;

import java.time.Instant;
import java.util.List;

/** Rows to write in tests. */
final class Samples {
  static final Instant MONDAY = Instant.parse("2026-01-05T02:00:00Z");

  private Samples() {}

  static RunRow run(String runId, Instant at) {
    return new RunRow(runId, at, "1", "market", "/market", "{}", "{}", 50, 1, 8, estimate());
  }

  private static RunRow.Estimate estimate() {
    return new RunRow.Estimate(2 << 20, 3 << 20, 10.5);
  }

  static RunOutcome outcome(Instant at) {
    return new RunOutcome(at, 0, 100, 1000, 50, 12.5, 1 << 20, 4 << 20);
  }

  /** Of the first candidate, and of buy and hold. */
  private static List<UnitRows.DailyReturns> daily(UnitRows.Fitness... fitness) {
    return fitness.length == 0
        ? List.of()
        : List.of(
            new UnitRows.DailyReturns(
                "sma_cross", fitness[0].params(), new int[] {17168, 17169}, new double[] {0, -0.5}),
            new UnitRows.DailyReturns(
                "buy_and_hold", "{}", new int[] {17168, 17169}, new double[] {0.25, 0.5}));
  }

  static UnitRows.Fitness fitness(String params, double objective) {
    return new UnitRows.Fitness(
        "2016-01-01",
        "2016-12-24",
        "2017-01-01",
        "2017-12-31",
        params,
        objective,
        objective,
        40,
        new UnitRows.Shape(250, -0.5, 6),
        new UnitRows.OutOfSample(
            Double.NaN,
            1,
            2,
            0.1,
            0.1,
            0.2,
            -0.05,
            Double.NaN,
            1.5,
            0.6,
            12,
            0.5,
            3,
            0,
            new UnitRows.Further(-0.02, 31, Double.NaN, 0.01, 0.2, -0.1, 0.03, 0.7, -0.5, 4),
            new UnitRows.AtCosts(1.1, 0.12),
            new UnitRows.AtCosts(Double.NaN, 0.08)),
        0.9,
        0.25);
  }

  static MainFigures figures(double sharpe) {
    return new MainFigures(sharpe, 1, Double.NaN, 0.1, 0.1, 0.2, -0.05, 2, 1.5, 0.6, 12, 0.5, 3);
  }

  static UnitRows unit(String runId, int island, UnitRows.Fitness... fitness) {
    return new UnitRows(
        new UnitRows.Unit(runId, "market", "sma_cross", 2017, island, 50, 2, 30, 3000, ""),
        List.of(fitness),
        List.of(
            new UnitRows.Generation(1, 20, 15, 20, 1.5, 0.5, 0.4, 0),
            new UnitRows.Generation(2, 10, 18, 17, 1.8, 0.9, Double.NaN, 7)),
        List.of(
            new UnitRows.Trial("{\"a\":1}", 1.0, 1.5),
            new UnitRows.Trial("{\"a\":2}", Double.NaN, 0.5)),
        List.of(
            new UnitRows.FrontValue(
                "{\"a\":1}", 1, "sharpe", 1, 1.5, Double.NaN, 40, Double.POSITIVE_INFINITY),
            new UnitRows.FrontValue("{\"a\":1}", 1, "volatility", 2, 0.2, 0.3, 40, 0.5)),
        List.of(new UnitRows.SymbolFitness("{\"a\":1}", "AAA", 0.2, 1.1, 3)),
        daily(fitness),
        List.of(new UnitRows.Baseline("textbook", "{\"a\":3}", figures(0.8))),
        List.of(),
        List.of(
            new QuarantineRow(
                "BBB", "unreadable", "", 0, Double.NaN, "symbol_set_aside", "cut in half")));
  }

  static UnitRows failedUnit(String runId, int island, String cause) {
    return new UnitRows(
        new UnitRows.Unit(runId, "market", "sma_cross", 2017, island, 0, 0, 0, 0, cause),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
