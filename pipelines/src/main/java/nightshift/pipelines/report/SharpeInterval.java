package nightshift.pipelines.report;

import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.Moments;

/**
 * How far a Sharpe ratio may be off: 95 % of the estimates of a true ratio lie within 1.96 standard
 * errors of it. The error is the one of the probabilistic Sharpe ratio, per day {@code sqrt((1 - g3
 * s + (g4 - 1)/4 s^2) / (T - 1))}, g4 raw kurtosis (Mertens 2002; Bailey and Lopez de Prado 2012);
 * here times {@code sqrt(252)}.
 *
 * @param low annualised; NaN where the error is undefined
 * @param high annualised; NaN where the error is undefined
 */
public record SharpeInterval(double low, double high) {
  private static final double ERRORS = 1.959963984540054;

  /**
   * The interval around an annual ratio.
   *
   * @param sharpe annualised, net of the riskless rate
   * @param returns daily, those that it is of
   */
  public static SharpeInterval around(double sharpe, double[] returns) {
    Moments moments = Moments.of(returns);
    double annual = Math.sqrt(Metrics.TRADING_DAYS);
    double s = sharpe / annual;
    double variance = 1 - moments.skew() * s + (moments.kurtosis() - 1) / 4 * s * s;
    if (!(variance > 0) || returns.length < 2) {
      return new SharpeInterval(Double.NaN, Double.NaN);
    }
    double error = ERRORS * Math.sqrt(variance / (returns.length - 1)) * annual;
    return new SharpeInterval(sharpe - error, sharpe + error);
  }

  /** In words: {@code 0.12 to 1.87}. */
  public String words() {
    return Double.isNaN(low)
        ? Format.UNDEFINED
        : Format.DECIMAL.of(low) + " to " + Format.DECIMAL.of(high);
  }
}
