package nightshift.transforms;

import java.util.List;
import java.util.stream.IntStream;
import nightshift.io.research.MainFigures;
import nightshift.io.research.UnitRows;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.BuyAndHold;
import nightshift.transforms.backtest.Detail;
import nightshift.transforms.stats.AlphaBeta;
import nightshift.transforms.stats.EquityCurve;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/**
 * What candidates are compared with on the days of a test: buy and hold, the strategy's textbook
 * parameters, and themselves at no and at twice the costs.
 *
 * @param buyAndHold of the same symbols
 * @param textbook as the search would have it: the nearest parameters that it can choose
 * @param withoutCosts of each candidate
 * @param twiceTheCosts of each candidate
 */
record Comparison(
    Search search,
    Detail buyAndHold,
    Values textbookValues,
    Detail textbook,
    List<UnitRows.AtCosts> withoutCosts,
    List<UnitRows.AtCosts> twiceTheCosts) {

  private static final String TEXTBOOK = "textbook";

  /**
   * Makes the comparison.
   *
   * @param test of the strategy on these days
   * @param buyAndHold on these days; made before the test where they share a workbench
   * @param candidates those that will be compared, in this order
   */
  static Comparison of(
      Backtest test, Detail buyAndHold, Strategy strategy, List<Values> candidates, Search search) {
    Values textbook = Values.nearest(strategy.parameters(), strategy.textbook());
    return new Comparison(
        search,
        buyAndHold,
        textbook,
        test.summaries(List.of(textbook)).get(0),
        search(test.at(search.costs().times(0)), candidates, search),
        search(test.at(search.costs().times(2)), candidates, search));
  }

  private static List<UnitRows.AtCosts> search(
      Backtest test, List<Values> candidates, Search search) {
    Batch batch = test.search(candidates);
    return IntStream.range(0, candidates.size())
        .mapToObj(i -> atCosts(batch.returns(i), search))
        .toList();
  }

  private static UnitRows.AtCosts atCosts(double[] returns, Search search) {
    return new UnitRows.AtCosts(
        Metrics.sharpe(returns, search.riskFree()), EquityCurve.of(returns).totalReturn());
  }

  /** What the others are to be measured by, whatever was found. */
  List<UnitRows.Baseline> baselines() {
    return List.of(
        new UnitRows.Baseline(BuyAndHold.NAME, "{}", figures(buyAndHold, search)),
        new UnitRows.Baseline(TEXTBOOK, textbookValues.toJson(), figures(textbook, search)));
  }

  /** Everything about a candidate on these days, itself and compared. */
  UnitRows.OutOfSample row(int candidate, Detail unseen, Metrics oos) {
    AlphaBeta line = line(unseen);
    return new UnitRows.OutOfSample(
        oos.sharpe(),
        oos.sortino(),
        oos.calmar(),
        oos.totalReturn(),
        oos.cagr(),
        oos.volatility(),
        oos.maxDrawdown(),
        oos.trades().profitFactor(),
        oos.trades().sqn(),
        oos.trades().winRate(),
        oos.trades().trades(),
        unseen.exposure(),
        unseen.turnover(),
        unseen.missingOpenFills(),
        new UnitRows.Further(
            oos.drawdowns().average(),
            oos.drawdowns().longestDays(),
            oos.drawdowns().averageDays(),
            oos.trades().expectancy(),
            oos.trades().best(),
            oos.trades().worst(),
            line.alpha(),
            line.beta(),
            oos.skew(),
            oos.kurtosis()),
        withoutCosts.get(candidate),
        twiceTheCosts.get(candidate));
  }

  private AlphaBeta line(Detail unseen) {
    return AlphaBeta.of(unseen.returns(), buyAndHold.returns(), search.riskFree());
  }

  /** The main figures of what was done on any days. */
  static MainFigures figures(Detail detail, Search search) {
    Metrics metrics = detail.metrics(search.riskFree());
    return new MainFigures(
        metrics.sharpe(),
        metrics.sortino(),
        metrics.calmar(),
        metrics.totalReturn(),
        metrics.cagr(),
        metrics.volatility(),
        metrics.maxDrawdown(),
        metrics.trades().profitFactor(),
        metrics.trades().sqn(),
        metrics.trades().winRate(),
        metrics.trades().trades(),
        detail.exposure(),
        detail.turnover());
  }
}
