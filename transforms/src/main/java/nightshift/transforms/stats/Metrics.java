package nightshift.transforms.stats;

/**
 * The performance of a portfolio. Returns are fractions (0.01 is 1 %), r stands for the daily net
 * returns, n for their number, f for what money earns a day without risk. What is undefined is NaN;
 * without days everything but the trades is.
 *
 * @param days n
 * @param totalReturn product of all 1 + r, less 1
 * @param cagr see {@link EquityCurve#cagr()}
 * @param volatility {@code sd(r) * sqrt(252)}, sd with n - 1
 * @param sharpe {@code mean(r - f) / sd(r) * sqrt(252)}
 * @param sortino see {@link #sortino(double[], double)}
 * @param maxDrawdown see {@link EquityCurve}; 0 or negative
 * @param calmar see {@link EquityCurve#calmar()}
 * @param skew of r
 * @param kurtosis of r, raw
 * @param psr probability that the true Sharpe ratio is above 0
 * @param trades see {@link TradeStatistics}
 * @param drawdowns see {@link Drawdowns}
 */
public record Metrics(
    int days,
    double totalReturn,
    double cagr,
    double volatility,
    double sharpe,
    double sortino,
    double maxDrawdown,
    double calmar,
    double skew,
    double kurtosis,
    double psr,
    TradeStatistics trades,
    Drawdowns drawdowns) {

  /** Trading days in a year. */
  public static final int TRADING_DAYS = 252;

  private static final double ROOT_OF_YEAR = Math.sqrt(TRADING_DAYS);

  /**
   * All figures.
   *
   * @param returns daily net returns of the portfolio
   * @param tradeReturns net return of each trade
   * @param riskFree what money earns a day without risk, as a fraction
   */
  public static Metrics of(double[] returns, double[] tradeReturns, double riskFree) {
    Moments moments = Moments.of(returns).less(riskFree);
    EquityCurve equity = EquityCurve.of(returns);
    return new Metrics(
        returns.length,
        equity.totalReturn(),
        equity.cagr(),
        defined(moments.sd() * ROOT_OF_YEAR),
        sharpe(moments),
        sortino(returns, riskFree),
        equity.maxDrawdown(),
        equity.calmar(),
        moments.skew(),
        moments.kurtosis(),
        SharpeStatistics.psr(moments),
        TradeStatistics.of(tradeReturns),
        Drawdowns.of(returns));
  }

  /** What money earns a day, when it earns a rate a year: a 252nd of it. */
  public static double daily(double annualRate) {
    return annualRate / TRADING_DAYS;
  }

  /** Annualised standard deviation of daily returns; NaN with fewer than two or without spread. */
  static double volatility(double[] returns) {
    return defined(Moments.spread(returns).sd() * ROOT_OF_YEAR);
  }

  /**
   * Annualised Sharpe ratio of daily returns; NaN with fewer than two or without spread.
   *
   * @param riskFree what money earns a day without risk, as a fraction
   */
  public static double sharpe(double[] returns, double riskFree) {
    return sharpe(Moments.spread(returns).less(riskFree));
  }

  private static double sharpe(Moments returns) {
    return defined(returns.ratio() * ROOT_OF_YEAR);
  }

  /**
   * Annualised Sortino ratio of daily returns, {@code mean(r - f) / sqrt(sum(min(r - f, 0)^2) / n)
   * * sqrt(252)}, n all days; NaN with fewer than two days or without a losing one.
   *
   * @param riskFree f, what money earns a day without risk, as a fraction
   */
  public static double sortino(double[] returns, double riskFree) {
    double sum = 0;
    double squares = 0;
    for (double r : returns) {
      double loss = Math.min(r - riskFree, 0);
      sum += r - riskFree;
      squares += loss * loss;
    }
    int n = returns.length;
    double downside = Math.sqrt(squares / n);
    return n > 1 && downside > Moments.ROUNDING
        ? defined(sum / n / downside * ROOT_OF_YEAR)
        : Double.NaN;
  }

  /** The value where it is a number, NaN where it is infinite. */
  static double defined(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
