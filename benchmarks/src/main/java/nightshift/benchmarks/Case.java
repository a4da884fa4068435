package nightshift.benchmarks;

import java.util.List;
import nightshift.benchmarks.plain.PlainLoop;
import nightshift.benchmarks.plain.PlainMarket;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;

/**
 * One piece of work that both sides do.
 *
 * @param plain the same prices for the plain loops
 * @param batches candidates, as they are asked for together
 */
record Case(Strategy strategy, MadeUpPanel market, PlainMarket plain, List<List<Values>> batches) {
  /** What a worker has for indicators that stay, where memory is no question. */
  static final long KEPT_BYTES = Long.getLong("kept", 32) << 20;

  static final double COST = Costs.DEFAULT.perSide();

  static Case of(Strategy strategy, int symbols, int years, List<List<Values>> batches) {
    MadeUpPanel market = MadeUpPanel.of(strategy, symbols, years);
    return new Case(strategy, market, new PlainMarket(market.panel(), market.window()), batches);
  }

  /** A backtest as a unit of work begins with one. */
  Backtest backtest(Workbench bench) {
    return new Backtest(market.panel(), market.window(), strategy, Costs.DEFAULT, bench);
  }

  double[] values(Values values) {
    double[] numbers = new double[strategy.parameters().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = strategy.parameters().get(i).value(values.index(i));
    }
    return numbers;
  }

  /** Bars evaluated when each candidate of all batches is backtested once. */
  long bars() {
    long candidates = batches.stream().mapToInt(List::size).sum();
    return candidates * market.panel().symbols().size() * market.window().days();
  }

  /**
   * Holds the first batches against a plain loop.
   *
   * @throws IllegalStateException when a Sharpe ratio is off by more than 1e-9, or the trades
   *     differ
   */
  void check(PlainLoop loop) {
    Backtest backtest = backtest(new Workbench());
    for (List<Values> candidates : batches.subList(0, Math.min(2, batches.size()))) {
      Batch batch = backtest.search(candidates);
      for (int i = 0; i < candidates.size(); i++) {
        PlainLoop.Outcome outcome = loop.run(plain, values(candidates.get(i)), COST);
        double sharpe = Metrics.sharpe(batch.returns(i), 0);
        same(candidates.get(i), sharpe, batch.trades(i), outcome.sharpe(), outcome.trades());
      }
    }
  }

  void same(Values values, double sharpe, int trades, double plainSharpe, int plainTrades) {
    boolean undefined = Double.isNaN(sharpe) && Double.isNaN(plainSharpe);
    if (trades != plainTrades || !undefined && !(Math.abs(sharpe - plainSharpe) <= 1e-9)) {
      throw new IllegalStateException(
          String.format(
              "%s %s: Sharpe %s from %d trades, but %s from %d in the plain loop",
              strategy.name(), values, sharpe, trades, plainSharpe, plainTrades));
    }
  }
}
