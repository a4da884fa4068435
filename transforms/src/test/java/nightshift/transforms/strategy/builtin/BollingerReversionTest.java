package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Prices.flat;
import static nightshift.transforms.strategy.Prices.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import org.junit.jupiter.api.Test;

class BollingerReversionTest {
  private final BollingerReversion strategy = new BollingerReversion();

  /** 99, 101, 99, 101, ...: mean 100, deviation 1, true range 2. */
  private static double[] zigzag(int bars) {
    return DoubleStream.iterate(99, x -> 200 - x).limit(bars).toArray();
  }

  /** With ten bars, a close of 96 makes the mean 99.5 and the deviation 1.5: 2 below is 96.5. */
  @Test
  void entersBelowTheBandAndLeavesAtTheMean() {
    double[] closes = series(zigzag(60), new double[] {96, 97, 98, 101, 100});
    assertThat(Decisions.alone(strategy, closes, 50, 10, 2, 4))
        .containsExactly(new Change(60, 1), new Change(63, 0));
    assertThat(Decisions.alone(strategy, closes, 50, 10, 2.5, 4)).isEmpty();
  }

  /** Range at entry: 2 * 13/14 + 5 / 14 = 2.21; the stop at one of them under 96 is 93.79. */
  @Test
  void leavesAtTheStopAndStaysOutUntilTheBandIsReachedAgain() {
    double[] closes = series(zigzag(200), new double[] {96, 93.8, 93.78, 80, 60}, flat(20, 60));
    assertThat(Decisions.alone(strategy, closes, 190, 10, 1, 1))
        .containsExactly(new Change(200, 1), new Change(202, 0));
    double[] again = series(closes, flat(1, 50));
    assertThat(Decisions.alone(strategy, again, 190, 10, 1, 1))
        .containsExactly(new Change(200, 1), new Change(202, 0), new Change(225, 1));
  }

  /** Not even where the mean, by a rounding error, lies above the price. */
  @Test
  void buysNothingOfAPriceThatStandsStill() {
    for (int cents = 1; cents < 10_000; cents += 7) {
      double[] closes = series(zigzag(100), flat(60, cents / 100.0));
      assertThat(Decisions.alone(strategy, closes, 130, 10, 1, 1)).isEmpty();
    }
  }
}
