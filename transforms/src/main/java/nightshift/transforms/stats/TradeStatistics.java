package nightshift.transforms.stats;

/**
 * What trades brought, after costs.
 *
 * @param trades how many there are
 * @param winRate share of trades with a return above 0; NaN without trades
 * @param profitFactor sum of the winning trades' returns over that of the losing ones, without its
 *     sign; NaN without a losing trade
 * @param sqn system quality number, {@code sqrt(trades) * mean / sd}, sd with n - 1; NaN with fewer
 *     than two trades, or where all brought the same (Van Tharp; returns stand for his multiples of
 *     the risk)
 * @param expectancy mean return of a trade; NaN without trades
 * @param best highest return of a trade; NaN without trades
 * @param worst lowest return of a trade; NaN without trades
 */
public record TradeStatistics(
    int trades,
    double winRate,
    double profitFactor,
    double sqn,
    double expectancy,
    double best,
    double worst) {

  /**
   * @param returns net return of each trade, as a fraction
   */
  public static TradeStatistics of(double[] returns) {
    int winners = 0;
    double won = 0;
    double lost = 0;
    double best = Double.NaN;
    double worst = Double.NaN;
    for (double r : returns) {
      best = r <= best ? best : r;
      worst = r >= worst ? worst : r;
      if (r > 0) {
        winners++;
        won += r;
      } else {
        lost -= r;
      }
    }
    int n = returns.length;
    // Without trades, or without a losing one, a division by 0 makes these figures undefined.
    Moments moments = Moments.of(returns);
    return new TradeStatistics(
        n,
        (double) winners / n,
        Metrics.defined(won / lost),
        Math.sqrt(n) * moments.ratio(),
        moments.mean(),
        best,
        worst);
  }
}
