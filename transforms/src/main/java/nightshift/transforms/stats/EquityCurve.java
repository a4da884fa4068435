package nightshift.transforms.stats;

/**
 * What becomes of a capital of 1. Once it falls to 0 or below, which a short position can bring
 * about, it is lost and stays at 0.
 *
 * @param days how many daily returns there are
 * @param end the capital in the end; NaN without days
 * @param maxDrawdown the deepest fall below the highest capital so far, the starting 1 included, as
 *     a fraction from -1 to 0; NaN without days
 */
public record EquityCurve(int days, double end, double maxDrawdown) {

  /** The curve of daily simple returns. */
  public static EquityCurve of(double[] returns) {
    if (returns.length == 0) {
      return new EquityCurve(0, Double.NaN, Double.NaN);
    }
    double equity = 1;
    double peak = 1;
    double drawdown = 0;
    for (double r : returns) {
      equity = Math.max(0, equity * (1 + r));
      peak = Math.max(peak, equity);
      drawdown = Math.min(drawdown, equity / peak - 1);
    }
    return new EquityCurve(returns.length, equity, drawdown);
  }

  /** Gain over all days, as a fraction. */
  public double totalReturn() {
    return end - 1;
  }

  /** Compound annual growth rate: {@code end^(252/days) - 1}. */
  public double cagr() {
    return Metrics.defined(StrictMath.pow(end, (double) Metrics.TRADING_DAYS / days) - 1);
  }

  /** {@code cagr / |maxDrawdown|}; NaN where the capital never fell. */
  public double calmar() {
    return maxDrawdown < -Moments.ROUNDING ? Metrics.defined(cagr() / -maxDrawdown) : Double.NaN;
  }
}
