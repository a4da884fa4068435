package nightshift.transforms.backtest;

import java.util.Arrays;

/** Indicators by their definitions, each window summed from its beginning; NaN while undefined. */
final class NaiveIndicators {
  private NaiveIndicators() {}

  /** Mean of the n values up to and including t. */
  static double mean(double[] values, int t, int n) {
    if (t < n - 1) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = t - n + 1; i <= t; i++) {
      sum += values[i];
    }
    return sum / n;
  }

  static double highest(double[] values, int t, int n) {
    double highest = t < n - 1 ? Double.NaN : values[t];
    for (int i = t - n + 1; i <= t && t >= n - 1; i++) {
      highest = Math.max(highest, values[i]);
    }
    return highest;
  }

  static double lowest(double[] values, int t, int n) {
    double lowest = t < n - 1 ? Double.NaN : values[t];
    for (int i = t - n + 1; i <= t && t >= n - 1; i++) {
      lowest = Math.min(lowest, values[i]);
    }
    return lowest;
  }

  /** Square root of the mean squared distance from the mean. */
  static double deviation(double[] values, int t, int n) {
    return Math.sqrt(squares(values, t, n) / n);
  }

  private static double squares(double[] values, int t, int n) {
    double mean = mean(values, t, n);
    double squares = Double.isNaN(mean) ? Double.NaN : 0;
    for (int i = t - n + 1; i <= t && t >= n - 1; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return squares;
  }

  /** Standard deviation, with n - 1, of the n returns up to t, times the root of 252. */
  static double volatility(double[] close, int t, int n) {
    if (t < n) {
      return Double.NaN;
    }
    double[] returns = new double[n];
    for (int i = 0; i < n; i++) {
      returns[i] = close[t - i] / close[t - i - 1] - 1;
    }
    return Math.sqrt(squares(returns, n - 1, n) / (n - 1)) * Math.sqrt(252);
  }

  /** Wilder's index at each bar. */
  static double[] rsi(double[] close, int n) {
    double[] gains = new double[close.length];
    double[] losses = new double[close.length];
    for (int t = 1; t < close.length; t++) {
      if (close[t] > close[t - 1]) {
        gains[t] = close[t] - close[t - 1];
      } else {
        losses[t] = close[t - 1] - close[t];
      }
    }
    double[] gain = wilder(gains, n);
    double[] loss = wilder(losses, n);
    double[] rsi = new double[close.length];
    for (int t = 0; t < close.length; t++) {
      rsi[t] = loss[t] == 0 ? 100 : 100 - 100 / (1 + gain[t] / loss[t]);
    }
    return rsi;
  }

  /** Wilder's average true range at each bar: the largest of three distances, smoothed. */
  static double[] atr(NaiveBars bars, int n) {
    double[] ranges = new double[bars.length()];
    for (int t = 1; t < ranges.length; t++) {
      double before = bars.close()[t - 1];
      double day = bars.high()[t] - bars.low()[t];
      double up = Math.abs(bars.high()[t] - before);
      double down = Math.abs(bars.low()[t] - before);
      ranges[t] = Math.max(day, Math.max(up, down));
    }
    return wilder(ranges, n);
  }

  /**
   * Mean of the values 1 to n, then each time n - 1 parts of what was and one of the new value. The
   * value at 0 counts nothing: it is the change from a bar before the first.
   */
  private static double[] wilder(double[] values, int n) {
    double[] smooth = new double[values.length];
    Arrays.fill(smooth, Double.NaN);
    for (int t = n; t < values.length; t++) {
      smooth[t] = t == n ? mean(values, n, n) : (smooth[t - 1] * (n - 1) + values[t]) / n;
    }
    return smooth;
  }
}
