package nightshift.transforms.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverfittingProbabilityTest {

  private static double[][] noise(long seed, int candidates, int days) {
    Random random = new Random(seed);
    double[][] returns = new double[candidates][days];
    for (int day = 0; day < days; day++) {
      double market = random.nextGaussian();
      for (double[] own : returns) {
        own[day] = 0.01 * (0.7 * market + 0.7 * random.nextGaussian());
      }
    }
    return returns;
  }

  private static double pbo(double[][] returns, double riskFree) {
    OverfittingProbability probability = new OverfittingProbability(riskFree);
    for (double[] own : returns) {
      probability.add(own);
    }
    return probability.value();
  }

  @ParameterizedTest
  @CsvSource({"1, 10, 160", "2, 11, 167", "3, 13, 83", "4, 20, 90"})
  void isThatOfTheReturnsThemselves(long seed, int candidates, int days) {
    double[][] returns = noise(seed, candidates, days);
    assertThat(pbo(returns, 0.0001))
        .isCloseTo(NaiveOverfitting.probability(returns, 0.0001), within(1e-12));
  }

  @Test
  void isOneHalfForCandidatesThatDifferByLuck() {
    double sum = 0;
    int markets = 100;
    for (int seed = 0; seed < markets; seed++) {
      sum += pbo(noise(seed, 15, 240), 0);
    }
    assertThat(sum / markets).isBetween(0.43, 0.57);
  }

  @Test
  void isSmallWhereOneIsBetter() {
    double[][] returns = noise(1, 12, 480);
    for (int day = 0; day < 480; day++) {
      returns[7][day] += 0.004;
    }
    assertThat(pbo(returns, 0)).isLessThan(0.01);
  }

  /** Each is good in some blocks and pays for it in the others. */
  @Test
  void isLargeWhereThePastDeceives() {
    double[][] returns = noise(1, 16, 480);
    for (int i = 0; i < 16; i++) {
      for (int day = 0; day < 480; day++) {
        returns[i][day] += day / 30 == i ? 0.15 : -0.01;
      }
    }
    assertThat(pbo(returns, 0)).isGreaterThan(0.9);
  }

  @Test
  void isUnknownWithTooLittle() {
    assertThat(pbo(noise(1, 9, 160), 0)).isNaN();
    assertThat(pbo(noise(1, 10, 79), 0)).isNaN();
    assertThat(pbo(noise(1, 10, 80), 0)).isBetween(0.0, 1.0);
  }

  @Test
  void whoNeverHeldAnythingIsLeftOut() {
    double[][] returns = noise(5, 11, 160);
    double[][] more = java.util.Arrays.copyOf(returns, 12);
    more[11] = new double[160];
    assertThat(pbo(more, 0)).isEqualTo(pbo(returns, 0));
    double[][] few = noise(5, 10, 160);
    few[3] = new double[160];
    assertThat(pbo(few, 0)).isNaN();
  }

  /** Nothing held in half of the blocks is a ratio of 0 there, whatever money earns. */
  @Test
  void cashIsNoInfiniteLoss() {
    double[][] returns = noise(6, 10, 160);
    java.util.Arrays.fill(returns[2], 0, 80, 0);
    assertThat(pbo(returns, 0.0001))
        .isCloseTo(NaiveOverfitting.probability(returns, 0.0001), within(1e-12));
  }
}
