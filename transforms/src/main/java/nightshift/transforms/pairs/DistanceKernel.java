package nightshift.transforms.pairs;

/**
 * The innermost part of the product of a matrix with its own transpose: all products of four rows
 * with four others, in one go over the columns. Sixteen sums are in flight, so that no addition
 * waits for another, and each value that is read is used four times.
 */
final class DistanceKernel {
  /** Rows that are multiplied with as many others at a time. */
  static final int ROWS = 4;

  private DistanceKernel() {}

  /**
   * Multiplies rows; the sums run in the order of the columns.
   *
   * @param matrix row after row
   * @param i place of the first value of the first four rows
   * @param j that of the other four
   * @param columns how many a row has
   * @param products takes the product of row {@code r} of the first with row {@code s} of the other
   *     at {@code 4 r + s}
   */
  static void multiply(double[] matrix, int i, int j, int columns, double[] products) {
    double[] a = matrix;
    int i1 = i + columns;
    int i2 = i1 + columns;
    int i3 = i2 + columns;
    int j1 = j + columns;
    int j2 = j1 + columns;
    int j3 = j2 + columns;
    double c00 = 0;
    double c01 = 0;
    double c02 = 0;
    double c03 = 0;
    double c10 = 0;
    double c11 = 0;
    double c12 = 0;
    double c13 = 0;
    double c20 = 0;
    double c21 = 0;
    double c22 = 0;
    double c23 = 0;
    double c30 = 0;
    double c31 = 0;
    double c32 = 0;
    double c33 = 0;
    for (int k = 0; k < columns; k++) {
      double x0 = a[i + k];
      double x1 = a[i1 + k];
      double x2 = a[i2 + k];
      double x3 = a[i3 + k];
      double y0 = a[j + k];
      double y1 = a[j1 + k];
      double y2 = a[j2 + k];
      double y3 = a[j3 + k];
      c00 += x0 * y0;
      c01 += x0 * y1;
      c02 += x0 * y2;
      c03 += x0 * y3;
      c10 += x1 * y0;
      c11 += x1 * y1;
      c12 += x1 * y2;
      c13 += x1 * y3;
      c20 += x2 * y0;
      c21 += x2 * y1;
      c22 += x2 * y2;
      c23 += x2 * y3;
      c30 += x3 * y0;
      c31 += x3 * y1;
      c32 += x3 * y2;
      c33 += x3 * y3;
    }
    double[] p = products;
    p[0] = c00;
    p[1] = c01;
    p[2] = c02;
    p[3] = c03;
    p[4] = c10;
    p[5] = c11;
    p[6] = c12;
    p[7] = c13;
    p[8] = c20;
    p[9] = c21;
    p[10] = c22;
    p[11] = c23;
    p[12] = c30;
    p[13] = c31;
    p[14] = c32;
    p[15] = c33;
  }
}
