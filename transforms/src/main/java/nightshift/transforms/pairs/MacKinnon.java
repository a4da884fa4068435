package nightshift.transforms.pairs;

import nightshift.transforms.stats.StandardNormal;

/**
 * How the statistic of Engle and Granger's test is distributed when two series are not
 * cointegrated, with a constant in the cointegrating regression (N = 2, case c).
 *
 * <p>Sources: J. G. MacKinnon, Critical Values for Cointegration Tests, Queen's Economics
 * Department Working Paper 1227 (2010), table 2, for {@link #critical}; J. G. MacKinnon,
 * Approximate Asymptotic Distribution Functions for Unit-Root and Cointegration Tests, Journal of
 * Business and Economic Statistics 12 (1994), tables 3 and 4, for {@link #probability}. The figures
 * were compared with those that statsmodels 0.15 has from them.
 */
public final class MacKinnon {
  /** A level of significance, with its response surface. */
  public enum Level {
    ONE(-3.89644, -10.9519, -33.527),
    FIVE(-3.33613, -6.1101, -6.823),
    TEN(-3.04445, -4.2412, -2.720);

    private final double infinite;
    private final double first;
    private final double second;

    Level(double infinite, double first, double second) {
      this.infinite = infinite;
      this.first = first;
      this.second = second;
    }
  }

  /** Up to here the polynomial of the left tail holds, from here on that of the rest. */
  private static final double STAR = -2.62;

  /** Outside of these the polynomials turn back. */
  private static final double LOWEST = -18.86;

  private static final double HIGHEST = 0.92;

  private MacKinnon() {}

  /**
   * The value below which the statistic falls by chance as often as a level says.
   *
   * @param days how many differences the test can be made of: one less than prices
   */
  public static double critical(Level level, int days) {
    double inverse = 1.0 / days;
    return level.infinite + inverse * (level.first + inverse * level.second);
  }

  /**
   * About how likely it is that a statistic is as low as this by chance; for series that go on for
   * ever.
   *
   * @return 0 to 1; NaN for NaN
   */
  static double probability(double statistic) {
    if (statistic > HIGHEST) {
      return 1;
    }
    if (statistic < LOWEST) {
      return 0;
    }
    double x = statistic;
    return StandardNormal.below(
        x <= STAR
            ? 2.92 + x * (1.5012 + x * 0.039796)
            : 2.1945 + x * (0.64695 + x * (-0.29198 + x * -0.042377)));
  }
}
