package nightshift.transforms.trust;

/**
 * Returns as a share of the market's and the rest: {@code r - f = alpha + beta (b - f) + error}, by
 * least squares.
 *
 * @param alpha per day, as a fraction
 * @param beta NaN where the market has no spread, as alpha is then
 * @param ownReturns what is left of each day without the market's share, {@code (r - f) - beta (b -
 *     f)}; their mean is alpha
 */
record MarketModel(double alpha, double beta, double[] ownReturns) {

  /**
   * The model of some days.
   *
   * @param riskFree f, what money earns a day without risk, as a fraction
   */
  static MarketModel of(double[] returns, double[] market, double riskFree) {
    double mean = BlockLength.mean(returns);
    double marketMean = BlockLength.mean(market);
    double together = 0;
    double squares = 0;
    for (int i = 0; i < returns.length; i++) {
      together += (returns[i] - mean) * (market[i] - marketMean);
      squares += (market[i] - marketMean) * (market[i] - marketMean);
    }
    double beta = squares > 0 ? together / squares : Double.NaN;
    double[] own = new double[returns.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = returns[i] - riskFree - beta * (market[i] - riskFree);
    }
    return new MarketModel(mean - riskFree - beta * (marketMean - riskFree), beta, own);
  }
}
