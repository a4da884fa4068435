package nightshift.transforms.pairs;

/** How far the daily returns of two symbols go together. */
final class Correlation {
  private Correlation() {}

  /**
   * Pearson's correlation of simple daily returns.
   *
   * @param days how many prices there are, one more than returns
   * @return from -1 to 1; NaN where one of them has no spread
   */
  static double ofReturns(double[] x, int from, double[] y, int otherFrom, int days) {
    int n = days - 1;
    double sumX = 0;
    double sumY = 0;
    double squaresX = 0;
    double squaresY = 0;
    double products = 0;
    for (int k = 0; k < n; k++) {
      double a = x[from + k + 1] / x[from + k] - 1;
      double b = y[otherFrom + k + 1] / y[otherFrom + k] - 1;
      sumX += a;
      sumY += b;
      squaresX += a * a;
      squaresY += b * b;
      products += a * b;
    }
    double spreadX = squaresX - sumX * sumX / n;
    double spreadY = squaresY - sumY * sumY / n;
    if (!(spreadX > 0 && spreadY > 0)) {
      return Double.NaN;
    }
    double correlation = (products - sumX * sumY / n) / Math.sqrt(spreadX * spreadY);
    return Math.max(-1, Math.min(1, correlation));
  }
}
