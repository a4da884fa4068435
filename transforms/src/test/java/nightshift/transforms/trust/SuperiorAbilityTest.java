package nightshift.transforms.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SuperiorAbilityTest {

  private static double[][] gains(long seed, int contestants, int days, double better) {
    double[][] gains = new double[contestants][];
    for (int k = 0; k < contestants; k++) {
      gains[k] = StationaryBootstrapTest.autoregressive(100 * seed + k, days, 0.2);
    }
    for (int day = 0; day < days; day++) {
      gains[0][day] += better;
    }
    return gains;
  }

  private static SuperiorAbility test(double[][] gains, int resamples) {
    StationaryBootstrap bootstrap = new StationaryBootstrap(gains[0].length, 4, resamples, 1);
    return SuperiorAbility.of(gains, bootstrap.means(gains), bootstrap);
  }

  @Test
  void isThatOfThePlainVersion() {
    for (int seed = 0; seed < 12; seed++) {
      double[][] gains = gains(seed, 4, 60, 0.05 * seed - 0.2);
      for (int day = 0; day < 60; day++) {
        gains[1][day] -= 0.5 + 0.1 * seed;
      }
      double[][] means = new StationaryBootstrap(60, 4, 99, 1).means(gains);
      SuperiorAbility found = test(gains, 99);
      assertThat(found.realityCheck())
          .isCloseTo(NaiveSuperiorAbility.realityCheck(gains, means), within(1e-12));
      assertThat(found.spa()).isCloseTo(NaiveSuperiorAbility.spa(gains, means, 4), within(1e-12));
    }
  }

  @Test
  void worthlessContestantsAreFoundSuperiorAsOftenAsSaid() {
    int trials = 300;
    int byCheck = 0;
    int bySpa = 0;
    for (int seed = 0; seed < trials; seed++) {
      SuperiorAbility found = test(gains(seed, 5, 250, 0), 199);
      byCheck += found.realityCheck() <= 0.1 ? 1 : 0;
      bySpa += found.spa() <= 0.1 ? 1 : 0;
    }
    // 30 expected, with a standard deviation of 5.
    assertThat(byCheck).isBetween(12, 50);
    assertThat(bySpa).isBetween(12, 50);
  }

  @Test
  void oneThatIsBetterIsFound() {
    SuperiorAbility found = test(gains(3, 5, 500, 0.4), 499);
    assertThat(found.realityCheck()).isLessThan(0.01);
    assertThat(found.spa()).isLessThan(0.01);
  }

  /**
   * What Hansen's test is for: hopeless contestants with large swings drown the others otherwise.
   */
  @Test
  void hopelessContestantsDoNotCount() {
    double[][] gains = Arrays.copyOf(gains(4, 5, 500, 0.15), 15);
    for (int k = 5; k < 15; k++) {
      double[] wild = StationaryBootstrapTest.autoregressive(k, 500, 0.2);
      gains[k] = Arrays.stream(wild).map(v -> 20 * v - 20).toArray();
    }
    SuperiorAbility found = test(gains, 499);
    assertThat(found.realityCheck()).isGreaterThan(0.5);
    assertThat(found.spa()).isLessThan(0.1);
  }

  @Test
  void whoIsTheBenchmarkItselfIsNotSuperior() {
    SuperiorAbility found = test(new double[][] {new double[100]}, 99);
    assertThat(found.realityCheck()).isEqualTo(1);
    assertThat(found.spa()).isEqualTo(1);
  }
}
