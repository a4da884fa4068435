package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.RandomPrices;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Strategy.Scope;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every built-in strategy, from prices to figures, against its rules as a plain loop. Where a
 * decision hangs on the last bits of a sum, both sides may be right: such symbols are left out of
 * both, and there must be few.
 */
class StrategyOracleTest {
  private static final Costs COSTS = new Costs(7, 13, 0.05, 1, 10_000);
  private static final long[] BLOCK_BYTES = {1, 100_000, Long.MAX_VALUE};

  /** Used again and again, with room for some of the indicators that are asked for. */
  private static final Workbench BENCH = new Workbench(200_000);

  private static final int CANDIDATES = 12;

  private static Panel real;

  static Stream<Strategy> strategies() {
    return Strategies.all().stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void agreesWithANaiveLoopOnWholePrices(Strategy strategy) {
    Tally tally = new Tally();
    Panel panel = RandomPrices.whole(11, 14, 900);
    agrees(strategy, panel, new Window(550, 900), tally);
    agrees(strategy, panel, new Window(260, 640), tally);
    tally.assertWorthIt(0.001);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void agreesWithANaiveLoopOnPricesWithGaps(Strategy strategy) {
    Tally tally = new Tally();
    Panel panel = RandomPrices.withGaps(12, 18, 900);
    agrees(strategy, panel, new Window(520, 880), tally);
    agrees(strategy, panel, new Window(0, 420), tally);
    agrees(strategy, panel, new Window(700, 701), tally);
    tally.assertWorthIt(0.001);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void agreesWithANaiveLoopOnRealPrices(Strategy strategy) throws IOException {
    assumeTrue(RealPrices.areThere(), "the real prices are not beside the project");
    Tally tally = new Tally();
    agrees(strategy, real(), new Window(510, 1259), tally);
    agrees(strategy, real(), new Window(250, 500), tally);
    tally.assertWorthIt(0.03);
  }

  private static synchronized Panel real() throws IOException {
    if (real == null) {
      real = RealPrices.oneIn(13);
      assertThat(real.symbols()).hasSize(39);
      assertThat(real.days()).isEqualTo(1259);
    }
    return real;
  }

  /** How much there was to compare. */
  private static final class Tally {
    private int compared;
    private int leftOut;
    private int trades;

    void assertWorthIt(double most) {
      assertThat((double) leftOut / (leftOut + compared))
          .as("share of symbols left out for a tie")
          .isLessThanOrEqualTo(most);
      assertThat(trades).as("trades compared").isGreaterThan(200);
    }
  }

  private static void agrees(Strategy strategy, Panel panel, Window window, Tally tally) {
    NaiveStrategies rules = new NaiveStrategies(panel, window);
    Map<Set<String>, Map<Values, NaiveStrategies.Wishes>> alike = new LinkedHashMap<>();
    for (Values values : candidates(strategy)) {
      NaiveStrategies.Wishes wishes = rules.of(strategy, values);
      tally.leftOut += wishes.doubtful().size();
      tally.compared += panel.symbols().size() - wishes.doubtful().size();
      if (wishes.doubtful().size() < panel.symbols().size()) {
        alike
            .computeIfAbsent(wishes.doubtful(), doubtful -> new LinkedHashMap<>())
            .put(values, wishes);
      }
    }
    alike.forEach(
        (doubtful, wishes) ->
            agrees(strategy, NaiveStrategies.without(panel, doubtful), window, wishes, tally));
  }

  /** The textbook's choice, four corners, and some at random; all distinct. */
  private static Set<Values> candidates(Strategy strategy) {
    List<Parameter> parameters = strategy.parameters();
    Random random = new Random(strategy.name().hashCode());
    Set<Values> candidates = new LinkedHashSet<>();
    candidates.add(Values.nearest(parameters, strategy.textbook()));
    for (int corner = 0; corner < 4; corner++) {
      int[] indices = new int[parameters.size()];
      for (int i = 0; i < indices.length; i++) {
        indices[i] = (corner >> i % 2 & 1) * (parameters.get(i).size() - 1);
      }
      candidates.add(new Values(parameters, indices));
    }
    while (candidates.size() < CANDIDATES) {
      candidates.add(
          new Values(parameters, parameters.stream().map(p -> random.nextInt(p.size())).toList()));
    }
    return candidates;
  }

  private static void agrees(
      Strategy strategy,
      Panel panel,
      Window window,
      Map<Values, NaiveStrategies.Wishes> wishes,
      Tally tally) {
    List<Values> candidates = List.copyOf(wishes.keySet());
    List<NaiveBacktest> naive = new ArrayList<>();
    Prices prices = prices(panel);
    for (Values values : candidates) {
      naive.add(naive(strategy.scope(), prices, window, wishes.get(values)));
    }
    for (long bytes : BLOCK_BYTES) {
      Backtest backtest = new Backtest(panel, window, strategy, COSTS, bytes, BENCH);
      backtest.search(candidates.subList(0, candidates.size() / 2));
      Batch batch = backtest.search(candidates);
      for (int c = 0; c < candidates.size(); c++) {
        String where = where(strategy, window, candidates.get(c)) + ", blocks of " + bytes;
        assertClose(batch.returns(c), naive.get(c).returns, where);
        assertThat(batch.trades(c)).as(where).isEqualTo(naive.get(c).begun);
      }
    }
    Backtest backtest = new Backtest(panel, window, strategy, COSTS);
    for (int c = 0; c < candidates.size(); c++) {
      Detail detail = backtest.detail(candidates.get(c));
      assertAgrees(detail, naive.get(c), where(strategy, window, candidates.get(c)));
      tally.trades += detail.trades().size();
    }
  }

  private static String where(Strategy strategy, Window window, Values values) {
    return strategy.name() + " " + values + ", " + window;
  }

  private static Prices prices(Panel panel) {
    Prices prices = new Prices(panel.days());
    for (SymbolBars bars : panel.symbols()) {
      for (int t = 0; t < bars.length(); t++) {
        double open = bars.column(Column.OPEN)[t];
        prices.bar(bars.symbol(), bars.days()[t], open, bars.column(Column.CLOSE)[t]);
      }
    }
    return prices;
  }

  private static NaiveBacktest naive(
      Scope scope, Prices prices, Window window, NaiveStrategies.Wishes wishes) {
    Scripted scripted =
        new Scripted(scope, (candidate, symbol, day) -> wishes.weights().get(symbol)[day]);
    return new NaiveBacktest(prices, window, scripted, 0, NaiveCosts.of(COSTS));
  }

  private static void assertAgrees(Detail detail, NaiveBacktest naive, String where) {
    assertClose(detail.returns(), naive.returns, where);
    List<Trade> expected = naive.trades.values().stream().flatMap(List::stream).toList();
    assertThat(detail.trades()).as(where).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Trade trade = detail.trades().get(i);
      assertThat(trade.symbol()).as(where).isEqualTo(expected.get(i).symbol());
      assertThat(trade.entryDay()).as(where).isEqualTo(expected.get(i).entryDay());
      assertThat(trade.exitDay()).as(where).isEqualTo(expected.get(i).exitDay());
      assertClose(trade.netReturn(), expected.get(i).netReturn(), where);
    }
    assertClose(detail.exposure(), naive.exposure, where);
    assertClose(detail.turnover(), naive.turnover, where);
    assertThat(detail.missingOpenFills()).as(where).isEqualTo(naive.missingOpenFills);
    assertAgrees(detail.metrics(0), naive, where);
  }

  /** The figures that all others hang on, by their formulas. */
  private static void assertAgrees(Metrics metrics, NaiveBacktest naive, String where) {
    double equity = 1;
    double peak = 1;
    double drawdown = 0;
    double sum = 0;
    for (double r : naive.returns) {
      sum += r;
      equity *= 1 + r;
      peak = Math.max(peak, equity);
      drawdown = Math.min(drawdown, equity / peak - 1);
    }
    double mean = sum / naive.returns.size();
    double squares = 0;
    for (double r : naive.returns) {
      squares += (r - mean) * (r - mean);
    }
    double deviation = Math.sqrt(squares / (naive.returns.size() - 1));
    if (deviation > 1e-9) {
      assertClose(metrics.sharpe(), mean / deviation * Math.sqrt(252), where);
    }
    assertClose(metrics.totalReturn(), equity - 1, where);
    assertClose(metrics.maxDrawdown(), drawdown, where);
    assertThat(metrics.trades().trades()).as(where).isEqualTo(naive.begun);
  }

  private static void assertClose(double[] actual, List<Double> expected, String where) {
    assertThat(actual).as(where).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      if (!isClose(actual[i], expected.get(i))) {
        assertClose(actual[i], expected.get(i), where + ", day " + i);
      }
    }
  }

  private static void assertClose(double actual, double expected, String where) {
    assertThat(isClose(actual, expected))
        .as("%s: %s should be %s", where, actual, expected)
        .isTrue();
  }

  private static boolean isClose(double actual, double expected) {
    return Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
  }
}
