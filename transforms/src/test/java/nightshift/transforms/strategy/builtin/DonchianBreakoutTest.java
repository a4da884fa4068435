package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Prices.flat;
import static nightshift.transforms.strategy.Prices.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import org.junit.jupiter.api.Test;

class DonchianBreakoutTest {
  private final DonchianBreakout strategy = new DonchianBreakout();

  /** 99, 101, 99, 101, ...: every true range is 2. */
  private static double[] zigzag(int bars) {
    return DoubleStream.iterate(99, x -> 200 - x).limit(bars).toArray();
  }

  /**
   * The highest of the ten bars before is 101, so 101 is no breakout and 102 is. From then on the
   * lowest of five bars follows the price up, and 105 falls below it.
   */
  @Test
  void entersAboveTheHighestAndLeavesBelowTheLowest() {
    double[] closes =
        series(zigzag(40), new double[] {102, 104, 106, 108, 110, 112, 109, 107, 106, 105});
    assertThat(Decisions.alone(strategy, closes, 35, 10, 5, 10, 4))
        .containsExactly(new Change(40, 1), new Change(48, 0));
  }

  /** Range at entry: 2 * 0.9 + 3 * 0.1 = 2.1; the stop at one of them under 102 is 99.9. */
  @Test
  void leavesBelowAStopThatDoesNotMove() {
    double[] closes = series(zigzag(79), new double[] {102, 100, 99.91, 99.89, 100});
    assertThat(Decisions.alone(strategy, closes, 75, 10, 50, 10, 1))
        .containsExactly(new Change(79, 1), new Change(82, 0));
    assertThat(Decisions.alone(strategy, closes, 75, 10, 50, 10, 1.5))
        .containsExactly(new Change(79, 1));
  }

  /** Forty bars are not enough for the lowest of fifty. */
  @Test
  void entersOnlyWhereItKnowsWhenToLeave() {
    double[] closes = series(zigzag(40), flat(5, 102));
    assertThat(Decisions.alone(strategy, closes, 35, 10, 50, 10, 1)).isEmpty();
    assertThat(Decisions.alone(strategy, closes, 35, 10, 40, 10, 1))
        .containsExactly(new Change(40, 1));
  }

  @Test
  void remembersNoBreakoutFromBeforeTheWindow() {
    double[] closes = series(zigzag(40), flat(20, 102));
    assertThat(Decisions.alone(strategy, closes, 41, 10, 5, 10, 4))
        .containsExactly(new Change(40, 1));
    assertThat(Decisions.alone(strategy, closes, 42, 10, 5, 10, 4)).isEmpty();
  }
}
