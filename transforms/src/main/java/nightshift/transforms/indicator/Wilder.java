package nightshift.transforms.indicator;

import java.util.Arrays;

/**
 * The indicators of J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. His
 * smoothing forgets slowly: after 10 n bars what came before them still weighs {@code (1 -
 * 1/n)^10n}, less than 0.005 %.
 */
public final class Wilder {
  private Wilder() {}

  /**
   * Relative strength index: {@code 100 - 100 / (1 + mean gain / mean loss)} of the changes from
   * bar to bar; 100 when nothing was lost.
   *
   * @param n changes, at least 1; the first value is at bar n
   * @return 0 to 100
   */
  public static double[] rsi(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] rsi = new double[length];
    int begin = 0;
    while (begin < length) {
      int end = begin;
      while (end < length && !Double.isNaN(input[end])) {
        end++;
      }
      rsi(input, begin, end, n, rsi);
      if (end < length) {
        rsi[end] = Double.NaN;
      }
      begin = end + 1;
    }
    return rsi;
  }

  /**
   * Fills in the relative strength index of values without NaN.
   *
   * @param begin first value to look at; NaN is filled in up to bar begin + n
   * @param rsi at least length long
   */
  public static void rsi(double[] input, int begin, int length, int n, double[] rsi) {
    int start = Math.min(begin + n, length);
    Arrays.fill(rsi, begin, start, Double.NaN);
    if (begin + n >= length) {
      return;
    }
    double newest = 1.0 / n;
    double kept = 1 - newest;
    double gain = 0;
    double loss = 0;
    for (int t = begin + 1; t <= start; t++) {
      double change = input[t] - input[t - 1];
      gain += Math.max(change, 0);
      loss += Math.max(-change, 0);
    }
    gain /= n;
    loss /= n;
    rsi[start] = strength(gain, loss);
    for (int t = start + 1; t < length; t++) {
      double change = input[t] - input[t - 1];
      double size = Math.abs(change) * newest;
      // Half the sum of size and change is the gain, half the difference the loss.
      double half = 0.5 * change * newest;
      gain = kept * gain + (0.5 * size + half);
      loss = kept * loss + (0.5 * size - half);
      rsi[t] = strength(gain, loss);
    }
  }

  private static double strength(double gain, double loss) {
    return loss == 0 ? 100 : 100 * gain / (gain + loss);
  }

  /**
   * Average true range: the smoothed {@link #trueRange}.
   *
   * @param n bars, at least 1; the first value is at bar n
   * @return in the unit of the prices
   */
  public static double[] atr(double[] high, double[] low, double[] close, int length, int n) {
    Arguments.check(high, length, n);
    double[] range = new double[length];
    trueRange(high, low, close, length, range);
    return Averages.wilder(range, length, n);
  }

  /**
   * Fills in the average true range.
   *
   * @param range the {@link #trueRange}
   * @param atr at least length long
   */
  public static void atr(double[] range, int length, int n, double[] atr) {
    Averages.smooth(range, length, n, 1.0 / n, atr);
  }

  /**
   * Fills in how far the price went from the close before: the larger of high and that close, less
   * the smaller of low and that close. NaN at the first bar.
   *
   * @param range at least length long
   */
  public static void trueRange(
      double[] high, double[] low, double[] close, int length, double[] range) {
    if (length == 0) {
      return;
    }
    System.arraycopy(close, 0, range, 1, length - 1);
    for (int t = 1; t < length; t++) {
      range[t] = Math.max(high[t], range[t]) - Math.min(low[t], range[t]);
    }
    range[0] = Double.NaN;
  }
}
