package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightshift.transforms.stats.Outcome;
import nightshift.transforms.strategy.Strategy.Scope;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The backtest against a naive one, on random markets. */
class BacktestOracleTest {
  private static final int CASES = 400;

  /** The same for every fill, with volatility, with a minimum that often matters, with both. */
  private static final List<Costs> COSTS =
      List.of(
          new Costs(7, 13),
          new Costs(7, 13, 0.2, 0, 1),
          new Costs(7, 13, 0, 3, 10_000),
          new Costs(7, 13, 0.1, 2, 5_000));

  private static Costs costs(int seed) {
    return COSTS.get(seed % COSTS.size());
  }

  @ParameterizedTest
  @EnumSource
  void theSearchAgreesWithANaiveLoop(Scope scope) {
    int trades = 0;
    int missing = 0;
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase random = RandomCase.of(seed, scope);
      Backtest backtest = backtest(seed, random, Backtest.DEFAULT_BLOCK_BYTES);
      Batch batch = backtest.search(candidates(3));
      long bars = 0;
      for (int c = 0; c < 3; c++) {
        NaiveBacktest naive = naive(seed, random, c);
        assertClose(batch.returns(c), naive.returns, scope + ", seed " + seed);
        assertThat(batch.trades(c)).as("trades, seed %d", seed).isEqualTo(naive.begun);
        bars += naive.bars;
        trades += naive.begun;
        missing += naive.missingOpenFills;
      }
      assertThat(backtest.barsEvaluated()).as("seed %d", seed).isEqualTo(bars);
    }
    assertThat(trades).as("the cases are worth something").isGreaterThan(10 * CASES);
    assertThat(missing).as("the cases are worth something").isGreaterThan(CASES);
  }

  @ParameterizedTest
  @EnumSource
  void tradesThatAreFollowedAgreeWithANaiveLoopAndChangeNothing(Scope scope) {
    int defined = 0;
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase random = RandomCase.of(seed, scope);
      if (random.window().days() == 0) {
        continue;
      }
      Backtest backtest = backtest(seed, random, 10_000);
      double[] returns = backtest.search(candidates(4)).returns(3).clone();
      assertThat(backtest.search(candidates(4)).outcome(3).sqn()).isNaN();
      Batch batch = backtest.searchTrades(candidates(4));
      for (int c = 0; c < 4; c++) {
        String where = scope + ", seed " + seed + ", candidate " + c;
        NaiveBacktest naive = naive(seed, random, c);
        Outcome outcome = batch.outcome(c);
        assertThat(outcome.trades()).as(where).isEqualTo(naive.begun);
        assertClose(outcome.turnover(), naive.turnover, where);
        double sqn = sqn(naive);
        if (Double.isNaN(sqn)) {
          assertThat(outcome.sqn()).as(where).isNaN();
        } else {
          assertThat(outcome.sqn()).as(where).isCloseTo(sqn, within(1e-9 * (1 + Math.abs(sqn))));
          defined++;
        }
      }
      assertThat(batch.outcome(3).returns()).as("seed %d", seed).containsExactly(returns);
    }
    assertThat(defined).as("the cases are worth something").isGreaterThan(2 * CASES);
  }

  /** The formula as it is written; NaN with fewer than two trades or without spread. */
  private static double sqn(NaiveBacktest naive) {
    List<Double> trades =
        naive.trades.values().stream().flatMap(List::stream).map(Trade::netReturn).toList();
    double mean = trades.stream().mapToDouble(r -> r).average().orElse(Double.NaN);
    double squares = trades.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
    double sd = Math.sqrt(squares / (trades.size() - 1));
    return trades.size() > 1 && sd > 1e-14 ? Math.sqrt(trades.size()) * mean / sd : Double.NaN;
  }

  @ParameterizedTest
  @EnumSource
  void theDetailAgreesWithANaiveLoop(Scope scope) {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase random = RandomCase.of(seed, scope);
      if (random.window().days() == 0) {
        continue;
      }
      NaiveBacktest naive = naive(seed, random, 5);
      Detail detail = backtest(seed, random, 10_000).detail(Scripted.candidate(5));
      String where = scope + ", seed " + seed;
      assertTrades(detail, naive, where);
      assertClose(detail.exposure(), naive.exposure, where);
      assertClose(detail.turnover(), naive.turnover, where);
      assertThat(detail.missingOpenFills()).as(where).isEqualTo(naive.missingOpenFills);
      assertThat(detail.symbols().stream().map(SymbolResult::symbol))
          .as(where)
          .containsExactlyElementsOf(naive.equity.keySet());
      for (SymbolResult symbol : detail.symbols()) {
        assertClose(symbol.totalReturn(), naive.equity.get(symbol.symbol()) - 1, where);
        assertThat(symbol.trades())
            .as(where)
            .isEqualTo(naive.trades.getOrDefault(symbol.symbol(), List.of()).size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void searchAndDetailAgreeToTheBit(Scope scope) {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase random = RandomCase.of(seed, scope);
      Backtest backtest = backtest(seed, random, 10_000);
      Batch batch = backtest.search(candidates(2));
      Detail detail = backtest.detail(Scripted.candidate(1));
      assertThat(detail.returns()).as("seed %d", seed).containsExactly(batch.returns(1));
      assertThat(detail.trades()).as("seed %d", seed).hasSize(batch.trades(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void atOtherCostsItIsTheBacktestWithThose(Scope scope) {
    for (int seed = 0; seed < CASES / 4; seed++) {
      RandomCase random = RandomCase.of(seed, scope);
      Backtest backtest = backtest(seed, random, 10_000);
      double[] own = backtest.search(candidates(2)).returns(1).clone();
      double[] twice = backtest.at(costs(seed).times(2)).search(candidates(2)).returns(1).clone();
      Batch expected =
          new Backtest(
                  random.prices().panel(), random.window(), random.strategy(), costs(seed).times(2))
              .search(candidates(2));
      assertThat(twice).as("seed %d", seed).containsExactly(expected.returns(1));
      assertThat(backtest.search(candidates(2)).returns(1))
          .as("seed %d", seed)
          .containsExactly(own);
    }
  }

  @ParameterizedTest
  @EnumSource
  void blocksAndBatchesChangeNoBit(Scope scope) {
    for (int seed = 0; seed < CASES / 4; seed++) {
      RandomCase random = RandomCase.of(seed, scope);
      List<double[]> returns = new ArrayList<>();
      List<Integer> trades = new ArrayList<>();
      Backtest oneByOne = backtest(seed, random, Long.MAX_VALUE);
      for (Values candidate : candidates(40)) {
        Batch batch = oneByOne.search(List.of(candidate));
        returns.add(batch.returns(0).clone());
        trades.add(batch.trades(0));
      }
      for (long bytes : new long[] {1, 3_000, Long.MAX_VALUE}) {
        Backtest backtest = backtest(seed, random, bytes);
        backtest.search(candidates(7));
        Batch batch = backtest.search(candidates(40));
        for (int c = 0; c < 40; c++) {
          String where = "seed " + seed + ", candidate " + c + ", " + bytes + " bytes";
          assertThat(batch.returns(c)).as(where).containsExactly(returns.get(c));
          assertThat(batch.trades(c)).as(where).isEqualTo(trades.get(c));
        }
      }
    }
  }

  private static Backtest backtest(int seed, RandomCase random, long blockBytes) {
    return new Backtest(
        random.prices().panel(),
        random.window(),
        random.strategy(),
        costs(seed),
        blockBytes,
        new Workbench());
  }

  private static NaiveBacktest naive(int seed, RandomCase random, int candidate) {
    return new NaiveBacktest(
        random.prices(), random.window(), random.strategy(), candidate, NaiveCosts.of(costs(seed)));
  }

  private static List<Values> candidates(int count) {
    return IntStream.range(0, count).mapToObj(Scripted::candidate).toList();
  }

  private static void assertTrades(Detail detail, NaiveBacktest naive, String where) {
    List<Trade> expected = naive.trades.values().stream().flatMap(List::stream).toList();
    assertThat(detail.trades()).as(where).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Trade trade = detail.trades().get(i);
      assertThat(trade.symbol()).as(where).isEqualTo(expected.get(i).symbol());
      assertThat(trade.entryDay()).as(where).isEqualTo(expected.get(i).entryDay());
      assertThat(trade.exitDay()).as(where).isEqualTo(expected.get(i).exitDay());
      assertClose(trade.netReturn(), expected.get(i).netReturn(), where);
    }
  }

  private static void assertClose(double[] actual, List<Double> expected, String where) {
    assertThat(actual).as(where).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      assertClose(actual[i], expected.get(i), where + ", day " + i);
    }
  }

  private static void assertClose(double actual, double expected, String where) {
    double tolerance = 1e-12 * Math.max(1, Math.abs(expected));
    assertThat(actual).as(where).isCloseTo(expected, within(tolerance));
  }
}
