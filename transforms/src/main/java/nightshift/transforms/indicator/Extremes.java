package nightshift.transforms.indicator;

/** Highest and lowest values. */
public final class Extremes {
  private Extremes() {}

  /**
   * The highest of the last n values, this bar's included.
   *
   * <p>A queue holds the bars that can still become the highest, values falling: a new value drops
   * all smaller ones behind it, so each bar enters and leaves once whatever n is.
   *
   * @param n bars in the window, at least 1; the first value is at bar n - 1
   */
  public static double[] highest(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] highest = new double[length];
    int[] queue = new int[length];
    int head = 0;
    int tail = 0;
    int clean = 0;
    for (int t = 0; t < length; t++) {
      double value = input[t];
      if (Double.isNaN(value)) {
        clean = t + 1;
        head = tail;
      } else {
        while (tail > head && input[queue[tail - 1]] <= value) {
          tail--;
        }
        queue[tail++] = t;
        if (queue[head] <= t - n) {
          head++;
        }
      }
      highest[t] = t - n + 1 >= clean ? input[queue[head]] : Double.NaN;
    }
    return highest;
  }

  /**
   * The lowest of the last n values, this bar's included.
   *
   * @param n bars in the window, at least 1; the first value is at bar n - 1
   */
  public static double[] lowest(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    return negated(highest(negated(input, length), length, n), length);
  }

  private static double[] negated(double[] input, int length) {
    double[] negated = new double[length];
    for (int t = 0; t < length; t++) {
      negated[t] = -input[t];
    }
    return negated;
  }
}
