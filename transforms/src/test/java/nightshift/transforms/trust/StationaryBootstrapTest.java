package nightshift.transforms.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StationaryBootstrapTest {

  /** An autoregressive series with a variance of 1. */
  static double[] autoregressive(long seed, int days, double rho) {
    Random random = new Random(seed);
    double[] series = new double[days];
    double last = random.nextGaussian();
    for (int day = 0; day < days; day++) {
      last = rho * last + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      series[day] = last;
    }
    return series;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
  }

  /** What Politis and Romano derive for the variance of a resample's mean. */
  @Test
  void meansVaryAsTheBlocksSay() {
    double[] series = autoregressive(1, 300, 0.6);
    for (double length : new double[] {1, 8, 40}) {
      double[] means =
          new StationaryBootstrap(300, length, 20_000, 7).means(new double[][] {series})[0];
      double expected = NaiveSuperiorAbility.variance(series, length);
      assertThat(300 * variance(means) / expected).isCloseTo(1, within(0.05));
      assertThat(SuperiorAbility.longRunDeviation(series, length))
          .isCloseTo(Math.sqrt(expected), within(1e-9));
      double mean = Arrays.stream(series).average().orElseThrow();
      assertThat(Arrays.stream(means).average().orElseThrow())
          .isCloseTo(mean, within(4 * Math.sqrt(expected / 300 / 20_000)));
    }
  }

  @Test
  void allSeriesAreResampledByTheSameDays() {
    double[] series = autoregressive(2, 100, 0.3);
    double[] twice = Arrays.stream(series).map(v -> 2 * v + 1).toArray();
    double[][] means = new StationaryBootstrap(100, 5, 50, 3).means(new double[][] {series, twice});
    for (int b = 0; b < 50; b++) {
      assertThat(means[1][b]).isCloseTo(2 * means[0][b] + 1, within(1e-12));
    }
  }

  @Test
  void theSameSeedGivesTheSame() {
    double[][] series = {autoregressive(2, 100, 0.3)};
    assertThat(new StationaryBootstrap(100, 5, 50, 3).means(series))
        .isDeepEqualTo(new StationaryBootstrap(100, 5, 50, 3).means(series));
    assertThat(new StationaryBootstrap(100, 5, 50, 4).means(series)[0])
        .isNotEqualTo(new StationaryBootstrap(100, 5, 50, 3).means(series)[0]);
  }

  @Test
  void refusesWhatIsNoBootstrap() {
    assertThatThrownBy(() -> new StationaryBootstrap(0, 5, 50, 3))
        .hasMessageContaining("at least 1, got 0, 50, 5");
    assertThatThrownBy(() -> new StationaryBootstrap(9, 0.5, 50, 3)).hasMessageContaining("0.5");
    assertThatThrownBy(() -> new StationaryBootstrap(9, 2, 5, 3).means(new double[1][8]))
        .hasMessageContaining("a series of 9 days has 8");
  }

  /** {@code (2 rho / (1 - rho^2))^(2/3) n^(1/3)} is the best length for such a series. */
  @Test
  void longerBlocksWhereDaysDependOnEachOther() {
    for (double rho : new double[] {0.3, 0.7}) {
      double sum = 0;
      for (int seed = 0; seed < 20; seed++) {
        sum += BlockLength.of(autoregressive(seed, 20_000, rho));
      }
      double best = Math.cbrt(Math.pow(2 * rho / (1 - rho * rho), 2) * 20_000);
      assertThat(sum / 20 / best).as("rho %s", rho).isCloseTo(1, within(0.1));
    }
  }

  @Test
  void shortBlocksForNoiseAndBoundsForTheRest() {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      sum += BlockLength.of(autoregressive(seed, 1000, 0));
    }
    assertThat(sum / 20).isBetween(1.0, 4.0);
    assertThat(BlockLength.of(new double[50])).isEqualTo(1);
    double[] trend = new double[100];
    Arrays.setAll(trend, i -> i);
    assertThat(BlockLength.of(trend)).isBetween(10.0, 30.0);
  }
}
