package nightshift.transforms.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import nightshift.transforms.pairs.MacKinnon.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Engle and Granger's test beside another implementation: the expected figures were computed with
 * statsmodels 0.15.0 ({@code coint} with {@code maxlag} at Schwert's limit and {@code
 * autolag='aic'}, {@code mackinnonp}, {@code mackinnoncrit}) and numpy, from the series that {@link
 * #series} makes.
 */
class PairStatisticsTest {
  private static final double CLOSE = 1e-8;

  /** A generator that is easily written in any language. */
  private static final class Noise {
    private long x;

    Noise(long seed) {
      x = seed;
    }

    double next() {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        x = (x * 1103515245 + 12345) % (1L << 31);
        sum += x / (double) (1L << 31) - 0.5;
      }
      return sum;
    }
  }

  /** Prices of two symbols. */
  private static double[][] series(String kind, long seed, int n) {
    Noise noise = new Noise(seed);
    double[] e = new double[2 * n];
    Arrays.setAll(e, i -> noise.next());
    double[] b = new double[n];
    double[] s = new double[n];
    for (int t = 1; t < n; t++) {
      b[t] = b[t - 1] + 0.02 * e[t];
      if (kind.equals("walk")) {
        s[t] = s[t - 1] + 0.02 * e[n + t];
      } else {
        s[t] = 0.9 * s[t - 1] + 0.01 * e[n + t];
        s[t] += kind.equals("lagged") && t > 1 ? 0.4 * (s[t - 1] - s[t - 2]) : 0;
      }
    }
    double[][] prices = new double[2][n];
    double share = kind.equals("walk") ? 0 : 0.7;
    for (int t = 0; t < n; t++) {
      prices[0][t] = Math.exp(4 + share * b[t] + s[t]);
      prices[1][t] = Math.exp(3 + b[t]);
    }
    return prices;
  }

  @ParameterizedTest
  @CsvSource({
    "walk, 7, 252, -0.5826998880995965, 5.754527832952428, -1.167260772683161, 0,"
        + " 0.8662664711715706, 49.9949027949297",
    "walk, 11, 120, 0.17513047564766304, 3.4365161428670725, -2.854070569727847, 0,"
        + " 0.14908547681540857, 5.632787504169867",
    "reverting, 5, 252, 0.6853536453739119, 1.9406499738932972, -4.238401279180611, 0,"
        + " 0.0031880010308870214, 4.65665459534523",
    "reverting, 13, 504, 0.6859409050933688, 1.9353641073513574, -4.627652608962758, 2,"
        + " 0.0007497144261274514, 5.145788717832249",
    "lagged, 3, 252, 0.6864981482493971, 1.9419061451323654, -5.357052167264827, 1,"
        + " 3.446621744208454e-05, 6.641769904722885",
    "lagged, 17, 126, 0.7158193779549973, 1.848289056315543, -3.0257519525303302, 1,"
        + " 0.10421043685091086, 9.099225118546531",
  })
  void agreesWithAnotherImplementation(
      String kind,
      long seed,
      int n,
      double hedge,
      double intercept,
      double adf,
      int lags,
      double p,
      double halfLife) {
    double[][] prices = series(kind, seed, n);
    PairStatistics found = PairStatistics.of(prices[0], 0, prices[1], 0, n);
    assertThat(found.hedgeRatio()).isCloseTo(hedge, within(CLOSE));
    assertThat(found.intercept()).isCloseTo(intercept, within(CLOSE));
    assertThat(found.adf()).isCloseTo(adf, within(CLOSE));
    assertThat(found.lags()).isEqualTo(lags);
    assertThat(found.pValue()).isCloseTo(p, within(CLOSE));
    assertThat(found.halfLife()).isCloseTo(halfLife, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "-20, 0",
    "-18, 1.8689844738018625e-29",
    "-6, 1.6234924812268292e-06",
    "-5, 0.00016464262671930766",
    "-4.5, 0.0012246688283669626",
    "-4, 0.00718130705505248",
    "-3.9, 0.009919396659836632",
    "-3.5, 0.03239538836017372",
    "-3, 0.1102054949706574",
    "-2.63, 0.2257576941129909",
    "-2.62, 0.2296596033101832",
    "-2.61, 0.23282006550147893",
    "-2.5, 0.2790690234367212",
    "-2, 0.5285780802451076",
    "-1.5, 0.7611920745117746",
    "-1, 0.902847226038779",
    "0, 0.9859002580259643",
    "0.9, 0.9939524645785258",
    "1, 1"
  })
  void probabilitiesAreThoseOfThePublishedPolynomials(double statistic, double p) {
    assertThat(MacKinnon.probability(statistic)).isCloseTo(p, within(1e-13 + 1e-6 * p * 1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "60, -4.088284722222222, -3.4398602777777776, -3.115892222222222",
    "125, -3.986200928, -3.385447472, -3.07855368",
    "251, -3.9406052338851767, -3.360581327756702, -3.0613903850732527",
    "1000, -3.907425427, -3.342246923, -3.04869392",
    "1000000000, -3.89644, -3.33613, -3.04445"
  })
  void criticalValuesAreThoseOfThePublishedSurfaces(int days, double one, double five, double ten) {
    assertThat(MacKinnon.critical(Level.ONE, days)).isCloseTo(one, within(1e-7));
    assertThat(MacKinnon.critical(Level.FIVE, days)).isCloseTo(five, within(1e-7));
    assertThat(MacKinnon.critical(Level.TEN, days)).isCloseTo(ten, within(1e-7));
  }

  /** The distribution of chance is that of walks; prices are what the test is told. */
  private static double[][] walks(Random random, int n, double pull) {
    double[][] prices = new double[2][n];
    double b = 0;
    double s = 0;
    for (int t = 0; t < n; t++) {
      prices[0][t] = 50 * Math.exp((pull > 0 ? 0.8 * b : 0) + s);
      prices[1][t] = 20 * Math.exp(b);
      b += 0.015 * random.nextGaussian();
      s += -pull * s + 0.015 * random.nextGaussian();
    }
    return prices;
  }

  /**
   * 4,000 pairs of independent walks: the standard error of a rate of 5 % is 0.35 %. The published
   * surfaces are for a fixed number of lags; that AIC chooses it adds some tenths of a percent.
   */
  @Test
  void independentWalksAreRejectedAtTheNominalRate() {
    Random random = new Random(20_240_101);
    int pairs = 4000;
    int n = 252;
    int[] below = new int[3];
    int probable = 0;
    for (int i = 0; i < pairs; i++) {
      double[][] prices = walks(random, n, 0);
      PairStatistics found = PairStatistics.of(prices[0], 0, prices[1], 0, n);
      for (Level level : Level.values()) {
        below[level.ordinal()] += found.adf() < MacKinnon.critical(level, n - 1) ? 1 : 0;
      }
      probable += found.pValue() < 0.05 ? 1 : 0;
    }
    assertThat(below[0] / (double) pairs).isBetween(0.006, 0.016);
    assertThat(below[1] / (double) pairs).isBetween(0.04, 0.064);
    assertThat(below[2] / (double) pairs).isBetween(0.085, 0.12);
    assertThat(probable / (double) pairs).isBetween(0.04, 0.068);
  }

  /** With no lags, as the published surfaces have it: four standard errors of each rate. */
  @Test
  void withAFixedNumberOfLagsTheRateIsTheNominalOne() {
    Random random = new Random(5);
    int pairs = 6000;
    int n = 252;
    int[] below = new int[3];
    for (int i = 0; i < pairs; i++) {
      double[][] prices = walks(random, n, 0);
      PairStatistics line = PairStatistics.of(prices[0], 0, prices[1], 0, n);
      double[] residuals = new double[n];
      for (int t = 0; t < n; t++) {
        residuals[t] =
            Math.log(prices[0][t]) - line.intercept() - line.hedgeRatio() * Math.log(prices[1][t]);
      }
      double statistic = UnitRootTest.of(residuals, 0).statistic();
      for (Level level : Level.values()) {
        below[level.ordinal()] += statistic < MacKinnon.critical(level, n - 1) ? 1 : 0;
      }
    }
    assertThat(below[0] / (double) pairs).isCloseTo(0.01, within(0.0052));
    assertThat(below[1] / (double) pairs).isCloseTo(0.05, within(0.0113));
    assertThat(below[2] / (double) pairs).isCloseTo(0.10, within(0.0155));
  }

  /** A spread that loses a tenth of itself each day, so a half-life of 6.6 days. */
  @Test
  void plantedPairsAreFound() {
    Random random = new Random(7);
    int found = 0;
    double hedge = 0;
    double halfLife = 0;
    for (int i = 0; i < 300; i++) {
      double[][] prices = walks(random, 504, 0.1);
      PairStatistics one = PairStatistics.of(prices[0], 0, prices[1], 0, 504);
      found += one.pValue() < 0.05 ? 1 : 0;
      hedge += one.hedgeRatio() / 300;
      halfLife += one.halfLife() / 300;
    }
    assertThat(found).isGreaterThan(285);
    assertThat(hedge).isCloseTo(0.8, within(0.03));
    assertThat(halfLife).isBetween(5.0, 7.0);
  }

  /** Where one price is a power of the other nothing is left to be tested. */
  @Test
  void whatMovesAsOneHasNoStatistic() {
    double[][] prices = series("walk", 3, 100);
    double[] same = Arrays.stream(prices[0]).map(price -> 3 * price * price).toArray();
    PairStatistics found = PairStatistics.of(prices[0], 0, same, 0, 100);
    assertThat(found.hedgeRatio()).isCloseTo(0.5, within(1e-12));
    assertThat(found.adf()).isNaN();
    assertThat(found.pValue()).isNaN();
    assertThat(found.halfLife()).isNaN();
    double[] flat = new double[100];
    Arrays.fill(flat, 5);
    assertThat(PairStatistics.of(prices[0], 0, flat, 0, 100).adf()).isNaN();
  }

  @Test
  void looksAtNoDayOutsideOfTheFormation() {
    double[][] prices = series("reverting", 5, 252);
    PairStatistics found = PairStatistics.of(prices[0], 50, prices[1], 50, 100);
    double[][] others = series("walk", 8, 252);
    for (int symbol = 0; symbol < 2; symbol++) {
      System.arraycopy(others[symbol], 0, prices[symbol], 0, 50);
      System.arraycopy(others[symbol], 150, prices[symbol], 150, 102);
    }
    assertThat(PairStatistics.of(prices[0], 50, prices[1], 50, 100)).isEqualTo(found);
  }
}
