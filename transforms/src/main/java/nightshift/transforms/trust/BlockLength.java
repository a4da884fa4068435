package nightshift.transforms.trust;

/**
 * How long the blocks of a stationary bootstrap should be on average: the automatic choice of
 * Politis and White (2004) with the correction of Patton, Politis and White (2009), {@code (2 G^2 /
 * D)^(1/3) n^(1/3)}, {@code G = sum lambda(k/M) |k| R(k)}, {@code D = 2 (sum lambda(k/M) R(k))^2}.
 * R are autocovariances, lambda is the flat-top window (1 up to 1/2, then falling to 0 at 1), and M
 * is twice the lag after which {@code max(5, log10 n)} autocorrelations in a row are within {@code
 * 2 sqrt(log10(n) / n)}.
 */
final class BlockLength {
  private static final int MIN_QUIET_LAGS = 5;

  private BlockLength() {}

  /**
   * The mean block length for the mean of a series, in days.
   *
   * @return from 1 (days do not depend on each other) to {@code min(3 sqrt(n), n / 3)}
   */
  static double of(double[] series) {
    int n = series.length;
    int quiet = Math.max(MIN_QUIET_LAGS, (int) StrictMath.log10(n));
    int lags = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + quiet);
    double most = Math.max(1, Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0)));
    double[] covariances = covariances(series, lags);
    if (!(covariances[0] > 0)) {
      return 1;
    }
    int window = Math.min(2 * Math.max(1, significant(covariances, quiet, n)), lags);
    double g = 0;
    double spectrum = covariances[0];
    for (int k = 1; k <= window; k++) {
      double weight = Math.min(1, 2 * (1 - (double) k / window));
      g += 2 * weight * k * covariances[k];
      spectrum += 2 * weight * covariances[k];
    }
    double length = StrictMath.cbrt(g * g / (spectrum * spectrum) * n);
    return Double.isNaN(length) ? most : Math.max(1, Math.min(most, length));
  }

  /** The last lag before a row of quiet ones; without such a row, the last that is not quiet. */
  private static int significant(double[] covariances, int quiet, int n) {
    double bound = 2 * Math.sqrt(StrictMath.log10(n) / n) * covariances[0];
    int last = 0;
    for (int lag = 1; lag < covariances.length && lag - last <= quiet; lag++) {
      if (Math.abs(covariances[lag]) > bound) {
        last = lag;
      }
    }
    return last;
  }

  private static double[] covariances(double[] series, int lags) {
    int n = series.length;
    double mean = mean(series);
    double[] covariances = new double[lags + 1];
    for (int lag = 0; lag <= lags; lag++) {
      double sum = 0;
      for (int i = lag; i < n; i++) {
        sum += (series[i] - mean) * (series[i - lag] - mean);
      }
      covariances[lag] = sum / n;
    }
    return covariances;
  }

  static double mean(double[] series) {
    double sum = 0;
    for (double value : series) {
      sum += value;
    }
    return sum / series.length;
  }
}
