package nightshift.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharpeIntervalTest {
  @Test
  void holdsTheTrueRatioNineteenTimesOfTwenty() {
    Random random = new Random(3);
    int held = 0;
    int times = 2_000;
    double truth = 1.2;
    for (int i = 0; i < times; i++) {
      double[] returns = new double[500];
      double sum = 0;
      for (int d = 0; d < returns.length; d++) {
        returns[d] = 0.01 * (truth / Math.sqrt(252) + random.nextGaussian());
        sum += returns[d];
      }
      double mean = sum / returns.length;
      double squares = 0;
      for (double r : returns) {
        squares += (r - mean) * (r - mean);
      }
      double sharpe = mean / Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(252);
      SharpeInterval interval = SharpeInterval.around(sharpe, returns);
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertThat(held / (double) times).isCloseTo(0.95, within(0.015));
  }

  @Test
  void isUndefinedWithoutSpread() {
    assertThat(SharpeInterval.around(Double.NaN, new double[40]).words()).isEqualTo("–");
    assertThat(SharpeInterval.around(1, new double[] {0.1}).words()).isEqualTo("–");
  }
}
