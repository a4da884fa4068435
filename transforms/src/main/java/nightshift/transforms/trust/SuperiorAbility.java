package nightshift.transforms.trust;

import java.util.Arrays;

/**
 * Whether the best of several is better than a benchmark by more than the best of as many worthless
 * ones would be: White, A Reality Check for Data Snooping (2000), and Hansen, A Test for Superior
 * Predictive Ability (2005), in its consistent version. The latter measures each in its own
 * standard errors, and lets those that are clearly worse than the benchmark not count.
 *
 * @param realityCheck p-value: how probable a best as good as this one is when none is better than
 *     the benchmark
 * @param spa p-value of the second test
 */
record SuperiorAbility(double realityCheck, double spa) {
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Tests.
   *
   * @param gains for each contestant and day, its return less that of the benchmark; at least one
   *     contestant, at least three days
   * @param means {@link StationaryBootstrap#means} of these
   */
  static SuperiorAbility of(double[][] gains, double[][] means, StationaryBootstrap bootstrap) {
    int resamples = bootstrap.resamples();
    double root = Math.sqrt(bootstrap.days());
    double clearlyWorse = -Math.sqrt(2 * StrictMath.log(StrictMath.log(bootstrap.days())));
    double best = Double.NEGATIVE_INFINITY;
    double bestScaled = 0;
    double[] lucky = new double[resamples];
    double[] luckyScaled = new double[resamples];
    Arrays.fill(lucky, Double.NEGATIVE_INFINITY);
    for (int k = 0; k < gains.length; k++) {
      double mean = BlockLength.mean(gains[k]);
      double error = longRunDeviation(gains[k], bootstrap.blockLength());
      double scaled = root * mean / error;
      double centre = scaled >= clearlyWorse ? mean : 0;
      best = Math.max(best, root * mean);
      for (int b = 0; b < resamples; b++) {
        lucky[b] = Math.max(lucky[b], root * (means[k][b] - mean));
      }
      if (error > 0) {
        bestScaled = Math.max(bestScaled, scaled);
        for (int b = 0; b < resamples; b++) {
          luckyScaled[b] = Math.max(luckyScaled[b], root * (means[k][b] - centre) / error);
        }
      }
    }
    return new SuperiorAbility(share(lucky, best), share(luckyScaled, bestScaled));
  }

  /** How probable it is to reach a value by chance; the value itself counts as one more try. */
  static double share(double[] byChance, double value) {
    int reached = 1;
    for (double chance : byChance) {
      reached += chance >= value ? 1 : 0;
    }
    return reached / (byChance.length + 1.0);
  }

  /**
   * The standard deviation of {@code sqrt(n)} times the mean of a resample, without resampling:
   * autocovariances, weighted by how probable it is that a block holds both days (Politis and
   * Romano 1994).
   */
  static double longRunDeviation(double[] series, double blockLength) {
    int n = series.length;
    double mean = BlockLength.mean(series);
    double goesOn = 1 - 1 / blockLength;
    double variance = 0;
    for (int lag = 0; lag < n; lag++) {
      double weight =
          lag == 0
              ? 1
              : 2 * (1 - (double) lag / n) * StrictMath.pow(goesOn, lag)
                  + 2.0 * lag / n * StrictMath.pow(goesOn, n - lag);
      if (weight > NEGLIGIBLE) {
        double sum = 0;
        for (int i = lag; i < n; i++) {
          sum += (series[i] - mean) * (series[i - lag] - mean);
        }
        variance += weight * sum / n;
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }
}
