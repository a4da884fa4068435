package nightshift.transforms.pairs;

/**
 * The augmented Dickey-Fuller test without constant and trend, as it is applied to the residuals of
 * a regression, whose mean is 0: in {@code dx[t] = g x[t-1] + c1 dx[t-1] + ... + cp dx[t-p] +
 * error} the statistic is g in units of its standard error. The more negative, the less likely is
 * it that the series has no mean to come back to.
 *
 * <p>How many lags p: of 0 to Schwert's {@code 12 (n / 100)^(1/4)}, rounded down, n the length of
 * the series, the one with the least AIC, {@code m log(ssr / m) + 2 (p + 1)}, all on the m days on
 * which the most lags are known; of equals the least. The statistic then comes of all days that p
 * lags leave.
 *
 * <p>Sources: S. Said, D. Dickey, Testing for Unit Roots in Autoregressive-Moving Average Models of
 * Unknown Order, Biometrika 71 (1984); G. W. Schwert, Tests for Unit Roots: A Monte Carlo
 * Investigation, Journal of Business and Economic Statistics 7 (1989).
 *
 * @param statistic NaN where it is undefined, as for a series that does not move
 * @param lags how many were taken
 */
record UnitRootTest(double statistic, int lags) {
  /** What a regression has to have left over. */
  private static final int LEAST_FREEDOM = 10;

  /** The test of a series, with as many lags as suit it. */
  static UnitRootTest of(double[] series) {
    return of(series, mostLags(series.length));
  }

  /** The test, with as many lags as suit it but no more than a number. */
  static UnitRootTest of(double[] series, int mostLags) {
    int lags = best(series, mostLags);
    return new UnitRootTest(regression(series, lags, lags, true).lastT(), lags);
  }

  /** Schwert's limit, and no more than leave something to be estimated from. */
  static int mostLags(int length) {
    int schwert = (int) (12 * Math.sqrt(Math.sqrt(length / 100.0)));
    return Math.max(0, Math.min(schwert, (length - LEAST_FREEDOM) / 2 - 1));
  }

  private static int best(double[] series, int most) {
    LeastSquares all = regression(series, most, most, false);
    int rows = series.length - 1 - most;
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int lags = 0; lags <= most; lags++) {
      double criterion =
          rows * StrictMath.log(all.residualSquares(lags + 1) / rows) + 2.0 * (lags + 1);
      if (criterion < least) {
        least = criterion;
        best = lags;
      }
    }
    return best;
  }

  /**
   * @param skipped how many changes at the beginning are not explained
   * @param levelLast whether the level before is the last regressor, or else the first
   */
  private static LeastSquares regression(
      double[] series, int lags, int skipped, boolean levelLast) {
    int rows = series.length - 1 - skipped;
    double[] changes = new double[rows];
    double[][] regressors = new double[lags + 1][rows];
    double[] levels = regressors[levelLast ? lags : 0];
    for (int row = 0; row < rows; row++) {
      int t = row + 1 + skipped;
      changes[row] = series[t] - series[t - 1];
      levels[row] = series[t - 1];
      for (int lag = 1; lag <= lags; lag++) {
        regressors[levelLast ? lag - 1 : lag][row] = series[t - lag] - series[t - lag - 1];
      }
    }
    return LeastSquares.fit(regressors, changes);
  }
}
