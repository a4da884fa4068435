package nightshift.transforms.indicator;

/**
 * Moving average convergence and divergence (Appel 1979).
 *
 * @param line fast EMA less slow EMA, from bar slow - 1 on
 * @param signal EMA of the line, from bar slow + signal - 2 on
 * @param histogram line less signal
 */
public record Macd(double[] line, double[] signal, double[] histogram) {

  /**
   * @param fast bars of the fast EMA, usually 12
   * @param slow bars of the slow EMA, usually 26
   * @param signal bars of the signal's EMA, usually 9
   */
  public static Macd of(double[] input, int length, int fast, int slow, int signal) {
    double[] line =
        difference(Averages.ema(input, length, fast), Averages.ema(input, length, slow));
    double[] smoothed = Averages.ema(line, length, signal);
    return new Macd(line, smoothed, difference(line, smoothed));
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int t = 0; t < a.length; t++) {
      difference[t] = a[t] - b[t];
    }
    return difference;
  }
}
