package nightshift.transforms.stats;

/**
 * What a candidate did, as far as objectives look at it.
 *
 * @param returns daily net returns of the portfolio, as fractions; not a copy
 * @param trades how many trades were begun
 * @param sqn see {@link TradeStatistics}; NaN where it is undefined or nobody asked
 * @param turnover capital bought and sold a year; NaN where it is undefined or nobody asked
 */
public record Outcome(double[] returns, int trades, double sqn, double turnover) {}
