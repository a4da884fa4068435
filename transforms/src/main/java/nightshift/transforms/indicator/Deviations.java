package nightshift.transforms.indicator;

import java.util.Arrays;

/** How widely values scatter. */
public final class Deviations {
  private static final int TRADING_DAYS_A_YEAR = 252;

  private Deviations() {}

  /**
   * Population standard deviation (divided by n) of the last n values.
   *
   * <p>Mean and squares move along with the window (Welford's update); every n bars they are taken
   * afresh, so that rounding errors cannot pile up, as they would in prefix sums of squares after a
   * price has fallen a long way.
   *
   * @param n bars in the window, at least 1; the first value is at bar n - 1
   */
  public static double[] standardDeviation(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] deviation = new double[length];
    Arrays.fill(deviation, Double.NaN);
    int clean = 0;
    double mean = 0;
    double squares = 0;
    for (int t = 0; t < length; t++) {
      if (Double.isNaN(input[t])) {
        clean = t + 1;
      }
      int values = t - clean + 1;
      if (values < n) {
        continue;
      }
      if (values % n == 0) {
        mean = mean(input, t - n + 1, t + 1);
        squares = squares(input, t - n + 1, t + 1, mean);
      } else {
        double in = input[t];
        double out = input[t - n];
        double before = mean;
        mean += (in - out) / n;
        squares += (in - out) * ((in - mean) + (out - before));
      }
      deviation[t] = Math.sqrt(Math.max(0, squares / n));
    }
    return deviation;
  }

  /** Summed as differences from the first, so that the mean of equal values is that value. */
  private static double mean(double[] input, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += input[i] - input[from];
    }
    return input[from] + sum / (to - from);
  }

  private static double squares(double[] input, int from, int to, double mean) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (input[i] - mean) * (input[i] - mean);
    }
    return sum;
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
    double[] volatility = standardDeviation(returns(close, length), length, n);
    double scale = Math.sqrt((double) n / (n - 1) * TRADING_DAYS_A_YEAR);
    for (int t = 0; t < length; t++) {
      volatility[t] *= scale;
    }
    return volatility;
  }

  private static double[] returns(double[] close, int length) {
    double[] returns = new double[length];
    Arrays.fill(returns, Double.NaN);
    for (int t = 1; t < length; t++) {
      returns[t] = close[t] / close[t - 1] - 1;
    }
    return returns;
  }
}
