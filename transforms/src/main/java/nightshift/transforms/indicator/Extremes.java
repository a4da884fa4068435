package nightshift.transforms.indicator;

import java.util.Arrays;

/**
 * Highest and lowest values. The highest of any n values is the larger of two stretches of equal
 * length that overlap; stretches of 1, 2, 4, 8, ... values are made of the ones before, once for
 * all n. No bar waits for another, so that a processor does several at once, which a queue of
 * candidates does not let it do.
 */
public final class Extremes {
  private Extremes() {}

  /**
   * The highest of the last n values, this bar's included.
   *
   * @param n bars in the window, at least 1; the first value is at bar n - 1
   */
  public static double[] highest(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] stretch = Arrays.copyOf(input, length);
    for (int width = 1; 2 * width <= n; width *= 2) {
      double[] longer = new double[length];
      highestOfTwice(stretch, width, length, longer);
      stretch = longer;
    }
    double[] highest = new double[length];
    highest(stretch, 0, length, n, highest);
    return highest;
  }

  /**
   * The lowest of the last n values, this bar's included.
   *
   * @param n bars in the window, at least 1; the first value is at bar n - 1
   */
  public static double[] lowest(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] stretch = Arrays.copyOf(input, length);
    for (int width = 1; 2 * width <= n; width *= 2) {
      double[] longer = new double[length];
      lowestOfTwice(stretch, width, length, longer);
      stretch = longer;
    }
    double[] lowest = new double[length];
    lowest(stretch, 0, length, n, lowest);
    return lowest;
  }

  /**
   * The longest stretch that is needed for n values: the largest power of 2 that is not above n.
   */
  public static int stretch(int n) {
    return Integer.highestOneBit(n);
  }

  /**
   * Fills in the highest of the last 2 x width values.
   *
   * @param stretch the highest of the last width values; where there are fewer, anything
   * @param longer at least length long; before bar 2 x width - 1, anything
   */
  public static void highestOfTwice(double[] stretch, int width, int length, double[] longer) {
    int start = Math.min(width, length);
    Arrays.fill(longer, 0, start, Double.NaN);
    System.arraycopy(stretch, 0, longer, start, length - start);
    for (int t = start; t < length; t++) {
      longer[t] = Math.max(stretch[t], longer[t]);
    }
  }

  /** The same with the lowest. */
  public static void lowestOfTwice(double[] stretch, int width, int length, double[] longer) {
    int start = Math.min(width, length);
    Arrays.fill(longer, 0, start, Double.NaN);
    System.arraycopy(stretch, 0, longer, start, length - start);
    for (int t = start; t < length; t++) {
      longer[t] = Math.min(stretch[t], longer[t]);
    }
  }

  /**
   * Fills in the highest of the last n values.
   *
   * @param stretch the highest of the last {@link #stretch}(n) values
   * @param from first bar wanted; NaN is filled in before it, as before bar n - 1
   * @param highest at least length long
   */
  public static void highest(double[] stretch, int from, int length, int n, double[] highest) {
    int start = Math.min(Math.max(from, n - 1), length);
    Arrays.fill(highest, 0, start, Double.NaN);
    if (start < length) {
      System.arraycopy(stretch, start - n + stretch(n), highest, start, length - start);
    }
    for (int t = start; t < length; t++) {
      highest[t] = Math.max(stretch[t], highest[t]);
    }
  }

  /** The same with the lowest. */
  public static void lowest(double[] stretch, int from, int length, int n, double[] lowest) {
    int start = Math.min(Math.max(from, n - 1), length);
    Arrays.fill(lowest, 0, start, Double.NaN);
    if (start < length) {
      System.arraycopy(stretch, start - n + stretch(n), lowest, start, length - start);
    }
    for (int t = start; t < length; t++) {
      lowest[t] = Math.min(stretch[t], lowest[t]);
    }
  }
}
