package nightshift.transforms.stats;

/**
 * What a portfolio owes to a benchmark, and what it does not: the least-squares line through the
 * excess returns of both, {@code r - f = alpha + beta (b - f)} (Jensen, The Performance of Mutual
 * Funds in the Period 1945-1964, 1968).
 *
 * @param alpha a year: the line's value at a benchmark that earns f, times 252
 * @param beta how much of the benchmark's return is in the portfolio's
 */
public record AlphaBeta(double alpha, double beta) {

  /**
   * The line of daily returns; NaN with fewer than two days or where the benchmark never moves.
   *
   * @param returns of the portfolio
   * @param benchmark on the same days
   * @param riskFree f, what money earns a day without risk, as a fraction
   */
  public static AlphaBeta of(double[] returns, double[] benchmark, double riskFree) {
    if (returns.length != benchmark.length) {
      throw new IllegalArgumentException(
          "there must be as many returns as the benchmark's "
              + benchmark.length
              + ", got "
              + returns.length);
    }
    Moments own = Moments.spread(returns);
    Moments market = Moments.spread(benchmark);
    if (Double.isNaN(market.sd())) {
      return new AlphaBeta(Double.NaN, Double.NaN);
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < returns.length; i++) {
      double moved = benchmark[i] - market.mean();
      products += moved * (returns[i] - own.mean());
      squares += moved * moved;
    }
    double beta = products / squares;
    double alpha = own.mean() - riskFree - beta * (market.mean() - riskFree);
    return new AlphaBeta(alpha * Metrics.TRADING_DAYS, beta);
  }
}
