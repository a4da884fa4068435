package nightshift.transforms.trust;

import java.util.Arrays;

/** The tests as the papers tell them, from resampled means, one statistic after the other. */
final class NaiveSuperiorAbility {
  private NaiveSuperiorAbility() {}

  /** Of sqrt(n) times a resample's mean: the series is a circle, and pairs of days are counted. */
  static double variance(double[] series, double blockLength) {
    int n = series.length;
    double mean = Arrays.stream(series).average().orElseThrow();
    double variance = 0;
    for (int apart = -(n - 1); apart < n; apart++) {
      double covariance = 0;
      for (int day = 0; day < n; day++) {
        covariance += (series[day] - mean) * (series[Math.floorMod(day + apart, n)] - mean) / n;
      }
      double together = Math.pow(1 - 1 / blockLength, Math.abs(apart));
      variance += (1 - Math.abs(apart) / (double) n) * together * covariance;
    }
    return variance;
  }

  static double realityCheck(double[][] gains, double[][] means) {
    double best = -1e300;
    for (double[] gain : gains) {
      best = Math.max(best, Arrays.stream(gain).average().orElseThrow());
    }
    int reached = 1;
    for (int b = 0; b < means[0].length; b++) {
      double lucky = -1e300;
      for (int k = 0; k < gains.length; k++) {
        lucky = Math.max(lucky, means[k][b] - Arrays.stream(gains[k]).average().orElseThrow());
      }
      reached += lucky >= best ? 1 : 0;
    }
    return reached / (means[0].length + 1.0);
  }

  static double spa(double[][] gains, double[][] means, double blockLength) {
    int n = gains[0].length;
    double best = 0;
    for (double[] gain : gains) {
      double mean = Arrays.stream(gain).average().orElseThrow();
      best = Math.max(best, mean / Math.sqrt(variance(gain, blockLength) / n));
    }
    int reached = 1;
    for (int b = 0; b < means[0].length; b++) {
      double lucky = 0;
      for (int k = 0; k < gains.length; k++) {
        double mean = Arrays.stream(gains[k]).average().orElseThrow();
        double error = Math.sqrt(variance(gains[k], blockLength) / n);
        boolean kept = mean / error >= -Math.sqrt(2 * Math.log(Math.log(n)));
        lucky = Math.max(lucky, (means[k][b] - (kept ? mean : 0)) / error);
      }
      reached += lucky >= best ? 1 : 0;
    }
    return reached / (means[0].length + 1.0);
  }
}
