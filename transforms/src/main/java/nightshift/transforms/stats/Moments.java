package nightshift.transforms.stats;

/**
 * The shape of a sample.
 *
 * @param n how many values there are
 * @param mean NaN without values
 * @param sd standard deviation with n - 1 below; NaN with fewer than two values or no spread
 * @param skew third standardised moment, with n below (0 for a normal distribution); NaN where sd
 *     is
 * @param kurtosis fourth standardised moment, <em>raw</em>, with n below (3 for a normal
 *     distribution); NaN where sd is
 */
public record Moments(int n, double mean, double sd, double skew, double kurtosis) {

  /**
   * A return is a quotient of prices less 1, and thus off by some 1e-16. A spread no larger than
   * this is rounding, and a ratio to it would be astronomical and mean nothing.
   */
  static final double ROUNDING = 1e-14;

  /** The moments of returns, or of anything else on their scale. */
  public static Moments of(double[] values) {
    int n = values.length;
    double mean = sum(values) / n;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (double value : values) {
      double d = value - mean;
      double square = d * d;
      squares += square;
      cubes += square * d;
      fourths += square * square;
    }
    double sd = Math.sqrt(squares / (n - 1));
    if (n < 2 || !(sd > ROUNDING)) {
      return new Moments(n, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double variance = squares / n;
    double skew = cubes / n / (variance * Math.sqrt(variance));
    double kurtosis = fourths / n / (variance * variance);
    return new Moments(n, mean, sd, skew, kurtosis);
  }

  /** Mean and standard deviation alone, at a third of the cost; skew and kurtosis are NaN. */
  static Moments spread(double[] values) {
    int n = values.length;
    double mean = sum(values) / n;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += (values[i] - mean) * (values[i] - mean);
      s1 += (values[i + 1] - mean) * (values[i + 1] - mean);
      s2 += (values[i + 2] - mean) * (values[i + 2] - mean);
      s3 += (values[i + 3] - mean) * (values[i + 3] - mean);
    }
    for (; i < n; i++) {
      s0 += (values[i] - mean) * (values[i] - mean);
    }
    double sd = Math.sqrt(((s0 + s1) + (s2 + s3)) / (n - 1));
    return new Moments(
        n, mean, n < 2 || !(sd > ROUNDING) ? Double.NaN : sd, Double.NaN, Double.NaN);
  }

  /** {@code mean / sd}: of daily returns, the Sharpe ratio per day. */
  public double ratio() {
    return mean / sd;
  }

  /** The moments of the same values, each less by a constant. */
  public Moments less(double constant) {
    return new Moments(n, mean - constant, sd, skew, kurtosis);
  }

  /** Four sums at once, for one alone would wait for each addition to finish. */
  private static double sum(double[] values) {
    int n = values.length;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
    }
    for (; i < n; i++) {
      s0 += values[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
