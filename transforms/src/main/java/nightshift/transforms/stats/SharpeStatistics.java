package nightshift.transforms.stats;

/**
 * How far a Sharpe ratio can be believed. All ratios here are per period, that is per day for daily
 * returns: an annual one divided by {@code sqrt(252)}.
 *
 * <p>Sources: Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier (2012), and The
 * Deflated Sharpe Ratio (2014).
 */
public final class SharpeStatistics {
  private static final double EULER_MASCHERONI = 0.5772156649;

  private SharpeStatistics() {}

  /**
   * Probabilistic Sharpe ratio: the probability that the true ratio is above a benchmark, {@code
   * Phi((s - s0) sqrt(T - 1) / sqrt(1 - g3 s + (g4 - 1)/4 s^2))}.
   *
   * @param sharpe the ratio seen, s
   * @param benchmark the ratio to beat, s0
   * @param periods how many returns were seen, T
   * @param skew of the returns, g3
   * @param kurtosis of the returns, g4, raw: 3 for a normal distribution
   * @return from 0 to 1; NaN with fewer than two returns, where an argument is NaN, or where what
   *     is under the root is not positive
   */
  public static double psr(
      double sharpe, double benchmark, int periods, double skew, double kurtosis) {
    double z = standardErrorsAbove(sharpe, benchmark, periods, skew, kurtosis);
    return Double.isNaN(z) ? Double.NaN : StandardNormal.below(z);
  }

  /**
   * By how many standard errors a ratio is above a benchmark: what {@link #psr(double, double, int,
   * double, double)} takes the probability of, with the same arguments.
   *
   * @return NaN where the probability is
   */
  public static double standardErrorsAbove(
      double sharpe, double benchmark, int periods, double skew, double kurtosis) {
    double variance = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    if (periods < 2 || !(variance > 0)) {
      return Double.NaN;
    }
    return (sharpe - benchmark) * Math.sqrt(periods - 1) / Math.sqrt(variance);
  }

  /** The probability that returns with these moments have a true Sharpe ratio above 0. */
  public static double psr(Moments returns) {
    return psr(returns.ratio(), 0, returns.n(), returns.skew(), returns.kurtosis());
  }

  /**
   * The best ratio to be expected of so many trials that are all worth nothing: {@code sqrt(V)((1 -
   * c) Phi^-1(1 - 1/N) + c Phi^-1(1 - 1/(N e)))}, c the Euler-Mascheroni constant.
   *
   * @param variance of the trials' ratios, V
   * @param trials how many different candidates were tried, N
   * @return NaN with fewer than two trials, or where the variance is negative or NaN
   */
  public static double expectedMaximum(double variance, long trials) {
    if (trials < 2) {
      return Double.NaN;
    }
    return Math.sqrt(variance)
        * ((1 - EULER_MASCHERONI) * exceededOnceIn(trials)
            + EULER_MASCHERONI * exceededOnceIn(trials * Math.E));
  }

  /** The standard normal value that is exceeded with probability 1/n. */
  private static double exceededOnceIn(double n) {
    return StandardNormal.exceededWith(1 / n);
  }

  /**
   * Deflated Sharpe ratio: {@link #psr(double, double, int, double, double)} against the best ratio
   * that chance alone would have found.
   *
   * @param variance of the trials' ratios, per period
   * @param trials how many different candidates were tried
   * @return from 0 to 1; NaN where either part is undefined
   */
  public static double dsr(
      double sharpe, int periods, double skew, double kurtosis, double variance, long trials) {
    return psr(sharpe, expectedMaximum(variance, trials), periods, skew, kurtosis);
  }

  /**
   * Minimum track record length: how many returns like those seen are enough for a {@link #psr} of
   * some confidence, {@code 1 + (1 - g3 s + (g4 - 1)/4 s^2) (z / (s - s0))^2}.
   *
   * @param confidence from 0.5 to 1, exclusive; z is exceeded with the rest of the probability
   * @return NaN where the ratio seen is not above the benchmark, or psr is undefined
   */
  public static double minTrackRecord(
      double sharpe, double benchmark, double skew, double kurtosis, double confidence) {
    double variance = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    if (!(sharpe > benchmark) || !(variance > 0)) {
      return Double.NaN;
    }
    double errors = StandardNormal.exceededWith(1 - confidence) / (sharpe - benchmark);
    return 1 + variance * errors * errors;
  }

  /** How many returns with these moments are enough for a true Sharpe ratio above 0. */
  public static double minTrackRecord(Moments returns, double confidence) {
    return minTrackRecord(returns.ratio(), 0, returns.skew(), returns.kurtosis(), confidence);
  }
}
