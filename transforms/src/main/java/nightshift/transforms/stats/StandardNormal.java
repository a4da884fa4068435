package nightshift.transforms.stats;

/**
 * The standard normal distribution, the same bits on every machine: what libraries have for it asks
 * {@link Math} for exponentials and logarithms, of which the last bit differs between x86-64 and
 * arm64. Accurate to some 14 digits.
 *
 * <p>Sources: Marsaglia, Evaluating the Normal Distribution (2004), for the series; Abramowitz and
 * Stegun, Handbook of Mathematical Functions (1964), 26.2.14 for the continued fraction and 26.2.23
 * for where the search for a quantile begins.
 */
public final class StandardNormal {
  private static final double SQRT_OF_2_PI = 2.5066282746310002;

  /** Beyond, the series loses digits to what it is subtracted from. */
  private static final double TAIL = 1.5;

  /** More than enough at {@link #TAIL}, where the fraction converges most slowly. */
  private static final int FRACTION_TERMS = 150;

  /** Beyond, no {@code double} is small enough. */
  private static final double NOTHING_ABOVE = 39;

  /** Each one triples the digits, of which the first guess has three. */
  private static final int STEPS = 3;

  private StandardNormal() {}

  /**
   * The probability of a value up to this one.
   *
   * @return from 0 to 1; NaN for NaN
   */
  public static double below(double x) {
    return above(-x);
  }

  /**
   * The probability of a value above this one.
   *
   * @return from 0 to 1; NaN for NaN
   */
  static double above(double x) {
    if (x < -TAIL) {
      return 1 - above(-x);
    }
    if (x > NOTHING_ABOVE) {
      return 0;
    }
    return x > TAIL ? density(x) * ratio(x) : 0.5 - density(x) * series(x);
  }

  private static double density(double x) {
    double square = x * x;
    double rest = Math.fma(x, x, -square);
    return StrictMath.exp(-square / 2) * (1 - rest / 2) / SQRT_OF_2_PI;
  }

  /** {@code x + x^3/3 + x^5/(3*5) + ...} */
  private static double series(double x) {
    double term = x;
    double sum = x;
    double before = Double.NaN;
    for (int n = 3; sum != before; n += 2) {
      if (Double.isNaN(sum)) {
        return sum;
      }
      before = sum;
      term *= x * x / n;
      sum += term;
    }
    return sum;
  }

  /** {@code 1/(x + 1/(x + 2/(x + 3/(x + ...))))} */
  private static double ratio(double x) {
    double below = x;
    for (int n = FRACTION_TERMS; n > 0; n--) {
      below = x + n / below;
    }
    return 1 / below;
  }

  /**
   * The value that is exceeded with some probability.
   *
   * @param probability from 0 (infinity) to 1 (minus infinity), both inclusive
   * @throws IllegalArgumentException when it is outside, or NaN
   */
  static double exceededWith(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "a probability must be between 0 and 1, not " + probability);
    }
    if (probability > 0.5) {
      return -exceededWith(1 - probability);
    }
    if (probability == 0 || probability == 0.5) {
      return probability == 0 ? Double.POSITIVE_INFINITY : 0;
    }
    double x = guess(probability);
    for (int step = 0; step < STEPS; step++) {
      double newton = (above(x) - probability) / density(x);
      x += newton / (1 - x * newton / 2);
    }
    return x;
  }

  /** Off by less than 0.00045. */
  private static double guess(double probability) {
    double t = Math.sqrt(-2 * StrictMath.log(probability));
    return t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  }
}
