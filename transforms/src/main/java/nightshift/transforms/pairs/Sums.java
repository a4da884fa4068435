package nightshift.transforms.pairs;

/** Sums over stretches of arrays: four at once, for one alone would wait for each addition. */
final class Sums {
  private Sums() {}

  /** Of the products of two stretches. */
  static double ofProducts(double[] x, int from, double[] y, int otherFrom, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      s0 += x[from + k] * y[otherFrom + k];
      s1 += x[from + k + 1] * y[otherFrom + k + 1];
      s2 += x[from + k + 2] * y[otherFrom + k + 2];
      s3 += x[from + k + 3] * y[otherFrom + k + 3];
    }
    for (; k < length; k++) {
      s0 += x[from + k] * y[otherFrom + k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Of the squared differences of two stretches of an array. */
  static double ofSquaredDifferences(double[] x, int from, int otherFrom, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      double d0 = x[from + k] - x[otherFrom + k];
      double d1 = x[from + k + 1] - x[otherFrom + k + 1];
      double d2 = x[from + k + 2] - x[otherFrom + k + 2];
      double d3 = x[from + k + 3] - x[otherFrom + k + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; k < length; k++) {
      double d = x[from + k] - x[otherFrom + k];
      s0 += d * d;
    }
    return (s0 + s1) + (s2 + s3);
  }
}
