package nightshift.transforms.indicator;

import java.util.Arrays;

/** How widely values scatter. */
public final class Deviations {
  private static final int TRADING_DAYS_A_YEAR = 252;

  /** So many bars at least go by before mean and squares are taken afresh. */
  private static final int AFRESH = 64;

  private Deviations() {}

  /**
   * Population standard deviation (divided by n) of the last n values.
   *
   * <p>Mean and squares move along with the window (Welford's update); every n bars, or every 64
   * where n is less, they are taken afresh, so that rounding errors cannot pile up, as they would
   * in prefix sums of squares after a price has fallen a long way.
   *
   * @param n bars in the window, at least 1; the first value is at bar n - 1
   */
  public static double[] standardDeviation(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] deviation = new double[length];
    int begin = 0;
    while (begin < length) {
      int end = begin;
      while (end < length && !Double.isNaN(input[end])) {
        end++;
      }
      standardDeviation(input, begin, begin, end, n, deviation);
      if (end < length) {
        deviation[end] = Double.NaN;
      }
      begin = end + 1;
    }
    return deviation;
  }

  /**
   * Fills in the standard deviation of values without NaN.
   *
   * @param begin first value to look at
   * @param from first bar wanted, at least begin; NaN is filled in from begin up to it, as before
   *     bar begin + n - 1
   * @param deviation at least length long
   */
  public static void standardDeviation(
      double[] input, int begin, int from, int length, int n, double[] deviation) {
    int every = Math.max(n, AFRESH);
    int first = Math.min(begin + n - 1, length);
    int start = Math.min(first + Math.max(0, from - first) / every * every, length);
    for (int t = start; t < length; t += every) {
      squares(input, t, Math.min(t + every, length), n, deviation);
    }
    double share = 1.0 / n;
    int wanted = Math.min(Math.max(from, first), length);
    for (int t = wanted; t < length; t++) {
      deviation[t] = Math.sqrt(Math.max(0, deviation[t] * share));
    }
    Arrays.fill(deviation, begin, wanted, Double.NaN);
  }

  /**
   * Fills in the sums of squared differences from the mean of n values, from one bar to another.
   */
  private static void squares(double[] input, int from, int to, int n, double[] into) {
    double mean = mean(input, from - n + 1, from + 1);
    double squares = squares(input, from - n + 1, from + 1, mean);
    double share = 1.0 / n;
    into[from] = squares;
    for (int t = from + 1; t < to; t++) {
      double in = input[t];
      double out = input[t - n];
      double before = mean;
      mean += (in - out) * share;
      squares += (in - out) * ((in - mean) + (out - before));
      into[t] = squares;
    }
  }

  /** Summed as differences from the first, so that the mean of equal values is that value. */
  private static double mean(double[] input, int from, int to) {
    double first = input[from];
    double s0 = 0;
    double s1 = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      s0 += input[i] - first;
      s1 += input[i + 1] - first;
    }
    for (; i < to; i++) {
      s0 += input[i] - first;
    }
    return first + (s0 + s1) / (to - from);
  }

  private static double squares(double[] input, int from, int to, double mean) {
    double s0 = 0;
    double s1 = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      s0 += (input[i] - mean) * (input[i] - mean);
      s1 += (input[i + 1] - mean) * (input[i + 1] - mean);
    }
    for (; i < to; i++) {
      s0 += (input[i] - mean) * (input[i] - mean);
    }
    return s0 + s1;
  }

  /**
   * Realised volatility: the sample standard deviation (divided by n - 1) of the last n daily
   * simple returns, times the square root of 252.
   *
   * @param close prices, above 0
   * @param n returns in the window, at least 2; the first value is at bar n
   * @return shares a year: 0.2 is 20 %
   */
  public static double[] volatility(double[] close, int length, int n) {
    if (n < 2) {
      throw new IllegalArgumentException("n must be at least 2 returns, got " + n);
    }
    double[] returns = new double[length];
    returns(close, length, returns);
    double[] volatility = standardDeviation(returns, length, n);
    double scale = yearly(n);
    for (int t = 0; t < length; t++) {
      volatility[t] *= scale;
    }
    return volatility;
  }

  /** What makes an annual volatility of the population standard deviation of n daily returns. */
  public static double yearly(int n) {
    return Math.sqrt((double) n / (n - 1) * TRADING_DAYS_A_YEAR);
  }

  /** Fills in the simple return of each bar; NaN at the first. */
  public static void returns(double[] close, int length, double[] returns) {
    if (length == 0) {
      return;
    }
    System.arraycopy(close, 0, returns, 1, length - 1);
    for (int t = 1; t < length; t++) {
      returns[t] = close[t] / returns[t] - 1;
    }
    returns[0] = Double.NaN;
  }
}
