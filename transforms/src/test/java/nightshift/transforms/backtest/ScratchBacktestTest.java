package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.RandomPrices;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Strategy.Scope;
import nightshift.transforms.strategy.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A panel in a file gives the bits of the same panel in memory. */
class ScratchBacktestTest {
  private static final int DAYS = 900;

  /**
   * Trades in the middle of the panel, with more before than any warm-up, and in its first days.
   */
  private static final List<Window> WINDOWS =
      List.of(new Window(600, 800), new Window(640, 900), new Window(30, 500));

  /** Looks at closes before the window too. */
  private static final Costs VARYING = new Costs(5, 5, 0.2, 3, 10_000);

  @TempDir Path folder;

  static Stream<Strategy> strategies() {
    return Strategies.all().stream();
  }

  private static List<Values> candidates(Strategy strategy) {
    Random random = new Random(7);
    List<Values> candidates = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<Integer> indices = new ArrayList<>();
      for (Parameter parameter : strategy.parameters()) {
        indices.add(random.nextInt(parameter.size()));
      }
      candidates.add(new Values(strategy.parameters(), indices));
    }
    return candidates;
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void givesTheSameBits(Strategy strategy) throws Exception {
    Panel memory = RandomPrices.withGaps(11, 24, DAYS);
    List<Values> candidates = candidates(strategy);
    try (Panel scratch = ScratchPanels.of(memory, folder)) {
      for (Window window : WINDOWS) {
        Costs costs = window.from() == 600 ? VARYING : Costs.DEFAULT;
        Backtest expected = new Backtest(memory, window, strategy, costs);
        Backtest actual = new Backtest(scratch, window, strategy, costs);
        assertSame(actual.search(candidates), expected.search(candidates), candidates.size());
        assertThat(actual.barsEvaluated()).isEqualTo(expected.barsEvaluated());
        assertThat(actual.missingOpenFills()).isEqualTo(expected.missingOpenFills());
        assertSame(actual.detail(candidates.get(0)), expected.detail(candidates.get(0)));
      }
    }
  }

  private static void assertSame(Batch actual, Batch expected, int candidates) {
    int trades = 0;
    for (int i = 0; i < candidates; i++) {
      assertThat(Arrays.equals(actual.returns(i), expected.returns(i)))
          .as("candidate " + i)
          .isTrue();
      assertThat(actual.trades(i)).isEqualTo(expected.trades(i));
      trades += actual.trades(i);
    }
    assertThat(trades).isPositive();
  }

  private static void assertSame(Detail actual, Detail expected) {
    assertThat(Arrays.equals(actual.returns(), expected.returns())).isTrue();
    assertThat(actual.trades()).isEqualTo(expected.trades());
    assertThat(actual.symbols()).isEqualTo(expected.symbols());
    assertThat(Double.valueOf(actual.exposure())).isEqualTo(Double.valueOf(expected.exposure()));
  }

  /** Random scripts trade every symbol both ways, on days with holes, by shares of the whole. */
  @Test
  void givesTheSameBitsWhateverIsDone() throws Exception {
    for (Scope scope : Scope.values()) {
      for (int seed = 0; seed < 100; seed++) {
        RandomCase one = RandomCase.of(seed, scope);
        Panel memory = one.prices().panel();
        if (memory.size() == 0) {
          continue;
        }
        try (Panel scratch = ScratchPanels.of(memory, folder)) {
          Values values = Scripted.candidate(seed);
          Detail expected =
              new Backtest(memory, one.window(), one.strategy(), VARYING).detail(values);
          Detail actual =
              new Backtest(scratch, one.window(), one.strategy(), VARYING).detail(values);
          assertSame(actual, expected);
        }
      }
    }
  }
}
