package nightshift.transforms.indicator;

import java.util.Arrays;

/** Moving averages. */
public final class Averages {
  private Averages() {}

  /**
   * Simple moving average: the mean of the last n values. Taken from prefix sums, so the cost does
   * not depend on n, and a bar's value is one difference that waits for no other.
   *
   * @param n bars in the window, at least 1; the first value is at bar n - 1
   */
  public static double[] sma(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] sums = prefixSums(input, length);
    double[] sma = new double[length];
    int clean = 0;
    for (int t = 0; t < length; t++) {
      if (Double.isNaN(input[t])) {
        clean = t + 1;
      }
      sma[t] = t - n + 1 >= clean ? (sums[t + 1] - sums[t + 1 - n]) / n : Double.NaN;
    }
    return sma;
  }

  /** At index t the sum of the t values before it, in which a NaN counts nothing. */
  private static double[] prefixSums(double[] input, int length) {
    double[] sums = new double[length + 1];
    for (int t = 0; t < length; t++) {
      sums[t + 1] = Double.isNaN(input[t]) ? sums[t] : sums[t] + input[t];
    }
    return sums;
  }

  /**
   * Exponential moving average with weight {@code 2 / (n + 1)} for the newest value, begun with the
   * mean of the first n.
   *
   * @param n bars, at least 1; the first value is at bar n - 1
   */
  public static double[] ema(double[] input, int length, int n) {
    return smooth(input, length, n, 2.0 / (n + 1));
  }

  /**
   * Wilder's smoothing: weight {@code 1 / n} for the newest value, begun with the mean of the first
   * n (New Concepts in Technical Trading Systems, 1978).
   *
   * @param n bars, at least 1; the first value is at bar n - 1
   */
  static double[] wilder(double[] input, int length, int n) {
    return smooth(input, length, n, 1.0 / n);
  }

  private static double[] smooth(double[] input, int length, int n, double newest) {
    Arguments.check(input, length, n);
    double[] smooth = new double[length];
    Arrays.fill(smooth, Double.NaN);
    int seen = 0;
    double value = 0;
    for (int t = 0; t < length; t++) {
      if (Double.isNaN(input[t])) {
        seen = 0;
        value = 0;
        continue;
      }
      seen++;
      if (seen <= n) {
        value += input[t] / n;
      } else {
        value += newest * (input[t] - value);
      }
      if (seen >= n) {
        smooth[t] = value;
      }
    }
    return smooth;
  }
}
