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
    double[] clean = new double[length];
    for (int t = 0; t < length; t++) {
      clean[t] = Double.isNaN(input[t]) ? 0 : input[t];
    }
    double[] sums = new double[length];
    prefixSums(clean, length, sums);
    double[] sma = new double[length];
    sma(sums, 0, length, n, sma);
    int begin = 0;
    for (int t = 0; t < length; t++) {
      if (Double.isNaN(input[t])) {
        begin = t + 1;
      }
      if (t - n + 1 < begin) {
        sma[t] = Double.NaN;
      }
    }
    return sma;
  }

  /**
   * Fills in at each bar the sum of the values, none of them NaN, up to and including it. Four at a
   * time, so that only every fourth addition waits for the one before; the last ones are added in
   * the same way, for a sum must not depend on how many bars follow.
   *
   * @param sums at least length long
   */
  public static void prefixSums(double[] input, int length, double[] sums) {
    double sum = 0;
    int whole = length - length % 4;
    for (int t = 0; t < whole; t += 4) {
      double two = input[t] + input[t + 1];
      sums[t] = sum + input[t];
      sums[t + 1] = sum + two;
      sums[t + 2] = sum + (two + input[t + 2]);
      sum += two + (input[t + 2] + input[t + 3]);
      sums[t + 3] = sum;
    }
    double rest = 0;
    for (int t = whole; t < length; t++) {
      rest += input[t];
      sums[t] = sum + rest;
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
