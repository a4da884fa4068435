package nightshift.transforms.pairs;

/**
 * What is known of a pair from its formation, by Engle and Granger's test: first {@code log a =
 * alpha + beta log b + e} by least squares, then whether e comes back to 0 (see {@link
 * UnitRootTest}, {@link MacKinnon}). The symbol whose name comes first is a, always: to try it the
 * other way round as well and take what looks better would find pairs in noise.
 *
 * <p>Source: R. Engle, C. Granger, Co-integration and Error Correction: Representation, Estimation,
 * and Testing, Econometrica 55 (1987).
 *
 * @param distance sum of squared differences of the two paths, each in units of its first price
 * @param correlation of the daily returns
 * @param hedgeRatio beta: for each unit of money in a, so much of b on the other side
 * @param intercept alpha
 * @param adf the statistic; NaN where the two move as one, up to rounding, as every figure that
 *     follows from it
 * @param lags how many lags it took
 * @param pValue about how likely such a statistic is without cointegration, for long series
 * @param halfLife days until half of e is gone, {@code -log 2 / log f} with {@code e[t] = f e[t-1]
 *     + error}; NaN unless f is above 0 and below 1
 */
public record PairStatistics(
    double distance,
    double correlation,
    double hedgeRatio,
    double intercept,
    double adf,
    int lags,
    double pValue,
    double halfLife) {

  /** A regression that leaves less than this share of the spread has left rounding alone. */
  private static final double LEAST_RESIDUAL = 1e-14;

  /** A logarithm whose variance is less than this does not move, but for rounding. */
  private static final double LEAST_VARIANCE = 1e-20;

  /** The fewest days that a test is made of. */
  public static final int LEAST_DAYS = 30;

  /**
   * The statistics of two symbols.
   *
   * @param a closes of the symbol whose name comes first
   * @param aFrom place of the first day's
   * @param b closes of the other
   * @param bFrom place of the first day's
   * @param days how many days the formation has, at least {@link #LEAST_DAYS}
   */
  public static PairStatistics of(double[] a, int aFrom, double[] b, int bFrom, int days) {
    if (days < LEAST_DAYS) {
      throw new IllegalArgumentException(
          "a pair must have been formed on " + LEAST_DAYS + " days or more, got " + days);
    }
    double[] y = logs(a, aFrom, days);
    double[] x = logs(b, bFrom, days);
    double meanY = mean(y);
    double meanX = mean(x);
    double products = 0;
    double squares = 0;
    double total = 0;
    for (int k = 0; k < days; k++) {
      products += (x[k] - meanX) * (y[k] - meanY);
      squares += (x[k] - meanX) * (x[k] - meanX);
      total += (y[k] - meanY) * (y[k] - meanY);
    }
    double distance = distance(a, aFrom, b, bFrom, days);
    double correlation = Correlation.ofReturns(a, aFrom, b, bFrom, days);
    double least = LEAST_VARIANCE * days;
    double beta = squares > least ? products / squares : Double.NaN;
    double[] residuals = new double[days];
    double left = 0;
    for (int k = 0; k < days; k++) {
      residuals[k] = (y[k] - meanY) - beta * (x[k] - meanX);
      left += residuals[k] * residuals[k];
    }
    if (!(left > Math.max(least, LEAST_RESIDUAL * total))) {
      return new PairStatistics(
          distance, correlation, beta, meanY - beta * meanX, Double.NaN, 0, Double.NaN, Double.NaN);
    }
    UnitRootTest test = UnitRootTest.of(residuals);
    return new PairStatistics(
        distance,
        correlation,
        beta,
        meanY - beta * meanX,
        test.statistic(),
        test.lags(),
        MacKinnon.probability(test.statistic()),
        halfLife(residuals));
  }

  /** As {@link PricePaths} has it, to the bit. */
  private static double distance(double[] a, int aFrom, double[] b, int bFrom, int days) {
    double[] paths = new double[2 * days];
    for (int k = 0; k < days; k++) {
      paths[k] = a[aFrom + k] / a[aFrom];
      paths[days + k] = b[bFrom + k] / b[bFrom];
    }
    return Sums.ofSquaredDifferences(paths, 0, days, days);
  }

  private static double[] logs(double[] closes, int from, int days) {
    double[] logs = new double[days];
    for (int k = 0; k < days; k++) {
      logs[k] = StrictMath.log(closes[from + k]);
    }
    return logs;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double halfLife(double[] e) {
    int n = e.length - 1;
    double kept = Sums.ofProducts(e, 1, e, 0, n) / Sums.ofProducts(e, 0, e, 0, n);
    return kept > 0 && kept < 1 ? -StrictMath.log(2) / StrictMath.log(kept) : Double.NaN;
  }
}
