package nightshift.transforms.backtest;

import java.util.List;
import nightshift.transforms.stats.Metrics;

/**
 * All there is to know of one candidate.
 *
 * @param returns the portfolio's net return on each day of the window, the same to the bit as in a
 *     {@link Batch}
 * @param trades by symbol, then by entry
 * @param symbols one for each symbol that has a bar in the window, in their order; none where they
 *     were not asked for
 * @param exposure mean over the days of the sum of |weight| after the open; divided by the number
 *     of symbols with a bar that day, unless weights are shares of the whole capital; NaN without
 *     days
 * @param turnover sum of |change of weight|, divided in the same way, per year of 252 days; NaN
 *     without days
 * @param missingOpenFills how many fills were made at a close for want of an open
 */
public record Detail(
    double[] returns,
    List<Trade> trades,
    List<SymbolResult> symbols,
    double exposure,
    double turnover,
    int missingOpenFills) {

  /**
   * The figures of the portfolio.
   *
   * @param riskFree what money earns a day without risk, as a fraction
   */
  public Metrics metrics(double riskFree) {
    return Metrics.of(returns, trades.stream().mapToDouble(Trade::netReturn).toArray(), riskFree);
  }
}
