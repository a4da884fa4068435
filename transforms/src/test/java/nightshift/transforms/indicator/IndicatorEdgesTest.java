package nightshift.transforms.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorEdgesTest {

  @Test
  void looksAtNothingFromLengthOn() {
    double[] x = {1, 2, 3, Double.NaN, 1e300};
    assertThat(Averages.sma(x, 3, 2)).containsExactly(Double.NaN, 1.5, 2.5);
    assertThat(Extremes.highest(x, 3, 2)).containsExactly(Double.NaN, 2, 3);
    assertThat(Averages.ema(x, 3, 1)).containsExactly(1, 2, 3);
  }

  @Test
  void aWindowLongerThanTheInputIsNeverDefined() {
    double[] x = {1, 2, 3};
    assertThat(Averages.sma(x, 3, 4)).containsOnly(Double.NaN);
    assertThat(Momentum.roc(x, 3, 4)).containsOnly(Double.NaN);
    assertThat(Bands.donchian(x, x, 3, 3).upper()).containsOnly(Double.NaN);
    assertThat(Bands.donchian(x, x, 0, 3).upper()).isEmpty();
  }

  @Test
  void refusesWindowsAndLengthsThatMakeNoSense() {
    double[] x = {1, 2, 3};
    assertThatThrownBy(() -> Averages.sma(x, 3, 0)).hasMessage("n must be at least 1 bar, got 0");
    assertThatThrownBy(() -> Averages.ema(x, 4, 1))
        .hasMessage("length must be 0 to 3, the input's own, got 4");
    assertThatThrownBy(() -> Deviations.volatility(x, 3, 1))
        .hasMessage("n must be at least 2 returns, got 1");
  }

  /**
   * What prefix sums of squares get wrong by a third: a price that once was a million times as
   * high.
   */
  @Test
  void deviationIsExactAfterAPriceHasFallenALongWay() {
    Random random = new Random(1);
    double[] x = new double[400];
    Arrays.setAll(x, t -> (t < 200 ? 1e6 : 1) * (1 + random.nextInt(100) / 100.0));
    double[] deviation = Deviations.standardDeviation(x, x.length, 10);
    double[] alone = Deviations.standardDeviation(Arrays.copyOfRange(x, 300, 400), 100, 10);
    for (int t = 320; t < 400; t++) {
      assertThat(deviation[t]).isCloseTo(alone[t - 300], within(1e-12));
    }
  }

  @Test
  void aPriceThatStandsStillDeviatesByNothingAndIsNotOversold() {
    double[] x = new double[50];
    Arrays.fill(x, 0.1);
    assertThat(Deviations.standardDeviation(x, 50, 7)).endsWith(0, 0, 0);
    assertThat(Wilder.rsi(x, 50, 5)).endsWith(100, 100);
  }
}
