package nightshift.transforms.indicator;

import java.util.Arrays;

/** Rates of change. */
public final class Momentum {
  private Momentum() {}

  /**
   * Rate of change over n bars, in per cent: {@code 100 * (input[t] / input[t - n] - 1)}.
   *
   * @param n bars, at least 1; the first value is at bar n
   */
  public static double[] roc(double[] input, int length, int n) {
    Arguments.check(input, length, n);
    double[] roc = new double[length];
    Arrays.fill(roc, Double.NaN);
    for (int t = n; t < length; t++) {
      roc[t] = 100 * (input[t] / input[t - n] - 1);
    }
    return roc;
  }
}
