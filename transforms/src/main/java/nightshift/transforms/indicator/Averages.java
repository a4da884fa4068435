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
    double[] sums = new double[length];
    prefixSums(input, length, sums);
    double[] sma = new double[length];
    sma(sums, 0, length, n, sma);
    int clean = 0;
    for (int t = 0; t < length; t++) {
      if (Double.isNaN(input[t])) {
        clean = t + 1;
      }
      if (t - n + 1 < clean) {
        sma[t] = Double.NaN;
      }
    }
    return sma;
  }

  /**
   * Fills in at each bar the sum of the values up to and including it, in which a NaN counts
   * nothing.
   *
   * @param sums at least length long
   */
  public static void prefixSums(double[] input, int length, double[] sums) {
    double sum = 0;
    for (int t = 0; t < length; t++) {
      double value = input[t];
      sum += value == value ? value : 0;
      sums[t] = sum;
    }
  }

  /**
   * Fills in the simple moving average of values without NaN.
   *
   * @param sums their {@link #prefixSums}
   * @param from first bar wanted; NaN is filled in before it, as before bar n - 1
   * @param sma at least length long
   */
  public static void sma(double[] sums, int from, int length, int n, double[] sma) {
    int start = Math.min(Math.max(from, n - 1), length);
    Arrays.fill(sma, 0, start, Double.NaN);
    double share = 1.0 / n;
    if (start == n - 1 && start < length) {
      sma[start] = sums[start] * share;
      start++;
    }
    if (start < length) {
      System.arraycopy(sums, start - n, sma, start, length - start);
    }
    for (int t = start; t < length; t++) {
      sma[t] = (sums[t] - sma[t]) * share;
    }
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
    smooth(input, length, n, newest, smooth);
    return smooth;
  }

  /** Fills in an average that remembers all values, and begins anew after a NaN. */
  static void smooth(double[] input, int length, int n, double newest, double[] smooth) {
    double kept = 1 - newest;
    int begin = 0;
    while (begin < length) {
      int start = begin;
      while (start < length && start - begin < n && !Double.isNaN(input[start])) {
        start++;
      }
      Arrays.fill(smooth, begin, start, Double.NaN);
      if (start - begin < n) {
        Arrays.fill(smooth, start, Math.min(start + 1, length), Double.NaN);
        begin = start + 1;
        continue;
      }
      double value = mean(input, begin, start);
      smooth[start - 1] = value;
      int t = start;
      for (; t < length && input[t] == input[t]; t++) {
        value = kept * value + newest * input[t];
        smooth[t] = value;
      }
      Arrays.fill(smooth, t, Math.min(t + 1, length), Double.NaN);
      begin = t + 1;
    }
  }

  private static double mean(double[] input, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += input[t];
    }
    return sum / (to - from);
  }
}
