package nightshift.transforms.pairs;

/**
 * Linear regression without a constant of its own, by Householder's reflections (Golub, Van Loan,
 * Matrix Computations, 1996, 5.3): {@code y = X b + error}. Regressors are taken one after the
 * other, so that it tells how each first few of them fit, too.
 */
final class LeastSquares {
  private final double[][] columns;
  private final double[] y;
  private final double[] diagonal;
  private final int rows;
  private final int regressors;

  private LeastSquares(double[][] columns, double[] y) {
    this.columns = columns;
    this.y = y;
    this.rows = y.length;
    this.regressors = columns.length;
    this.diagonal = new double[regressors];
    for (int k = 0; k < regressors; k++) {
      reflect(k);
    }
  }

  /**
   * Fits.
   *
   * @param columns the regressors, a column each; overwritten
   * @param y what they are to explain; overwritten
   */
  static LeastSquares fit(double[][] columns, double[] y) {
    if (y.length <= columns.length) {
      throw new IllegalArgumentException(
          "a regression must have more rows than its "
              + columns.length
              + " regressors, got "
              + y.length);
    }
    return new LeastSquares(columns, y);
  }

  /** Makes a column zero below the diagonal, and does the same with all to its right and with y. */
  private void reflect(int k) {
    double[] v = columns[k];
    double norm = Math.sqrt(Sums.ofProducts(v, k, v, k, rows - k));
    if (norm == 0) {
      return;
    }
    diagonal[k] = v[k] > 0 ? -norm : norm;
    v[k] -= diagonal[k];
    double length = Sums.ofProducts(v, k, v, k, rows - k);
    for (int c = k + 1; c < regressors; c++) {
      reflect(columns[c], v, k, length);
    }
    reflect(y, v, k, length);
  }

  private void reflect(double[] x, double[] v, int k, double length) {
    double share = 2 * Sums.ofProducts(v, k, x, k, rows - k) / length;
    for (int i = k; i < rows; i++) {
      x[i] -= share * v[i];
    }
  }

  /** The sum of squares that the first few regressors leave. */
  double residualSquares(int first) {
    return Sums.ofProducts(y, first, y, first, rows - first);
  }

  /**
   * The coefficient of the last regressor.
   *
   * @return NaN where it depends on the others
   */
  double last() {
    int k = regressors - 1;
    return diagonal[k] == 0 ? Double.NaN : y[k] / diagonal[k];
  }

  /**
   * The coefficient of the last regressor in units of its standard error.
   *
   * @return NaN where it is undefined, as without any residuals
   */
  double lastT() {
    double variance = residualSquares(regressors) / (rows - regressors);
    double error = Math.sqrt(variance) / Math.abs(diagonal[regressors - 1]);
    return variance > 0 ? last() / error : Double.NaN;
  }
}
