package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PSR against what it stands for. Samples are drawn from distributions whose Sharpe ratio is known;
 * asked whether the true ratio is above the true one, PSR is right to say p in a share of 1 - p of
 * the samples. It is with raw kurtosis, and is not with excess kurtosis, which some libraries put
 * there.
 */
class SharpeSimulationTest {
  private static final double SHARPE = 0.5;
  private static final int SAMPLES = 3000;
  private static final int PERIODS = 2500;

  /** Returns with a mean of {@link #SHARPE} and a standard deviation of 1. */
  enum Returns {
    /** Skew -2, kurtosis 9. */
    CRASHES(random -> SHARPE + 1 - exponential(random)),
    /** Skew 2, kurtosis 9. */
    LOTTERY(random -> SHARPE - 1 + exponential(random)),
    /** Laplace: skew 0, kurtosis 6. */
    FAT_TAILS(
        random -> SHARPE + (random.nextBoolean() ? 1 : -1) * exponential(random) / Math.sqrt(2)),
    NORMAL(random -> SHARPE + random.nextGaussian());

    private final ToDoubleFunction<Random> one;

    Returns(ToDoubleFunction<Random> one) {
      this.one = one;
    }

    private static double exponential(Random random) {
      return -StrictMath.log(1 - random.nextDouble());
    }

    double[] draw(Random random) {
      double[] returns = new double[PERIODS];
      for (int i = 0; i < PERIODS; i++) {
        returns[i] = one.applyAsDouble(random);
      }
      return returns;
    }
  }

  @ParameterizedTest
  @EnumSource
  void psrIsRightAsOftenAsItSays(Returns returns) {
    Random random = new Random(20120);
    int[] raw = new int[3];
    int[] excess = new int[3];
    double[] levels = {0.05, 0.5, 0.95};
    for (int sample = 0; sample < SAMPLES; sample++) {
      Moments m = Moments.of(returns.draw(random));
      double psr = SharpeStatistics.psr(m.ratio(), SHARPE, PERIODS, m.skew(), m.kurtosis());
      double wrong = SharpeStatistics.psr(m.ratio(), SHARPE, PERIODS, m.skew(), m.kurtosis() - 3);
      for (int i = 0; i < levels.length; i++) {
        raw[i] += psr > levels[i] ? 1 : 0;
        excess[i] += wrong > levels[i] ? 1 : 0;
      }
    }
    assertThat((double) raw[0] / SAMPLES).isCloseTo(0.95, within(0.02));
    // The estimate of a skewed ratio leans to one side, by less the longer the sample.
    assertThat((double) raw[1] / SAMPLES).isCloseTo(0.5, within(0.035));
    assertThat((double) raw[2] / SAMPLES).isCloseTo(0.05, within(0.02));
    double tails = tails(raw);
    assertThat(tails).isCloseTo(0.1, within(0.02));
    assertThat(tails(excess)).as("with excess kurtosis").isGreaterThan(tails + 0.008);
  }

  /** How often it was sure, and wrong, on either side. */
  private static double tails(int[] above) {
    return (double) (SAMPLES - above[0] + above[2]) / SAMPLES;
  }
}
