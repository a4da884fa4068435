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
    double[] gains = Averages.wilder(rises(input, length, 1), length, n);
    double[] losses = Averages.wilder(rises(input, length, -1), length, n);
    double[] rsi = new double[length];
    for (int t = 0; t < length; t++) {
      rsi[t] = losses[t] == 0 ? 100 : 100 - 100 / (1 + gains[t] / losses[t]);
    }
    return rsi;
  }

  /** By how much each value lies above the one before, or below it where sign is -1; else 0. */
  private static double[] rises(double[] input, int length, int sign) {
    double[] rises = new double[length];
    Arrays.fill(rises, Double.NaN);
    for (int t = 1; t < length; t++) {
      rises[t] = Math.max(0, sign * (input[t] - input[t - 1]));
    }
    return rises;
  }

  /**
   * Average true range: the smoothed {@link #trueRange}.
   *
   * @param n bars, at least 1; the first value is at bar n
   * @return in the unit of the prices
   */
  public static double[] atr(double[] high, double[] low, double[] close, int length, int n) {
    return Averages.wilder(trueRange(high, low, close, length), length, n);
  }

  /**
   * How far the price went from the close before: the larger of high and that close, less the
   * smaller of low and that close. NaN at the first bar.
   */
  static double[] trueRange(double[] high, double[] low, double[] close, int length) {
    Arguments.check(high, length, 1);
    double[] range = new double[length];
    Arrays.fill(range, Double.NaN);
    for (int t = 1; t < length; t++) {
      range[t] = Math.max(high[t], close[t - 1]) - Math.min(low[t], close[t - 1]);
    }
    return range;
  }
}
