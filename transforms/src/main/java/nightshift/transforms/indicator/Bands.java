package nightshift.transforms.indicator;

import java.util.Arrays;

/**
 * A line with a band around it, in the unit of the prices.
 *
 * @param upper the band's upper edge
 * @param middle the line
 * @param lower the band's lower edge
 */
public record Bands(double[] upper, double[] middle, double[] lower) {

  /**
   * Bollinger bands: the simple moving average, and so many population standard deviations above
   * and below it (Bollinger on Bollinger Bands, 2001). From bar n - 1 on.
   */
  public static Bands bollinger(double[] close, int length, int n, double width) {
    return around(
        Averages.sma(close, length, n), Deviations.standardDeviation(close, length, n), width);
  }

  /**
   * Keltner channel: the exponential moving average of the close, and so many average true ranges
   * above and below it. From the bar on at which both are defined.
   *
   * @param n bars of the average
   * @param atr bars of the average true range
   */
  public static Bands keltner(
      double[] high, double[] low, double[] close, int length, int n, int atr, double width) {
    return around(Averages.ema(close, length, n), Wilder.atr(high, low, close, length, atr), width);
  }

  private static Bands around(double[] middle, double[] half, double width) {
    double[] upper = new double[middle.length];
    double[] lower = new double[middle.length];
    for (int t = 0; t < middle.length; t++) {
      upper[t] = middle[t] + width * half[t];
      lower[t] = middle[t] - width * half[t];
    }
    return new Bands(upper, middle, lower);
  }

  /**
   * Donchian channel: highest high and lowest low of the n bars before this one, which is not among
   * them, so that a price can break out of it; and the middle between the two. From bar n on.
   */
  public static Bands donchian(double[] high, double[] low, int length, int n) {
    double[] upper = oneLater(Extremes.highest(high, length, n));
    double[] lower = oneLater(Extremes.lowest(low, length, n));
    double[] middle = new double[length];
    for (int t = 0; t < length; t++) {
      middle[t] = (upper[t] + lower[t]) / 2;
    }
    return new Bands(upper, middle, lower);
  }

  private static double[] oneLater(double[] values) {
    double[] later = new double[values.length];
    Arrays.fill(later, Double.NaN);
    System.arraycopy(values, 0, later, Math.min(1, values.length), Math.max(0, values.length - 1));
    return later;
  }
}
