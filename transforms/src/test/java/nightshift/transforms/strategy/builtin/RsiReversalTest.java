package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Prices.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import org.junit.jupiter.api.Test;

class RsiReversalTest {
  private final RsiReversal strategy = new RsiReversal();

  /** 1, 2, 3, ... times the step above the start: gains only, RSI 100. */
  private static double[] line(int bars, double start, double step) {
    return IntStream.range(0, bars).mapToDouble(t -> start + step * t).toArray();
  }

  /**
   * Up by 1 a bar, then down by 1 a bar: the RSI of two bars goes 100, 50, 25, 12.5, 6.25, 3.1, so
   * it is below 10 with the fourth loss. Five bars up again, and the close passes the mean of five.
   */
  @Test
  void buysTheDipAndSellsTheRecovery() {
    double[] closes = series(line(150, 100, 1), line(4, 248, -1), line(5, 246, 1));
    assertThat(Decisions.alone(strategy, closes, 140, 2, 10, 100, 5))
        .containsExactly(new Change(153, 1), new Change(155, 0));
    assertThat(Decisions.alone(strategy, closes, 140, 2, 6, 100, 5)).isEmpty();
    assertThat(Decisions.alone(strategy, closes, 140, 2, 20, 100, 5))
        .containsExactly(new Change(152, 1), new Change(155, 0));
  }

  @Test
  void doesNotBuyADipBelowTheTrend() {
    double[] closes = series(line(150, 400, -1), line(4, 250, 1), line(8, 253, -1));
    assertThat(Decisions.alone(strategy, closes, 151, 2, 20, 100, 5)).isEmpty();
  }
}
