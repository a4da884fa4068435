package nightshift.transforms.stats;

/**
 * Trades counted as they end, and what is bought and sold, for a search that cannot keep a list of
 * them. Mean and squares run by Welford's method: sums of squares would lose the spread of returns
 * that hardly differ.
 */
public final class TradeTally {
  private int trades;
  private double mean;
  private double squares;
  private double turned;

  /** Forgets everything. */
  public void reset() {
    trades = 0;
    mean = 0;
    squares = 0;
    turned = 0;
  }

  /** A trade that has ended, with its net return as a fraction. */
  public void end(double netReturn) {
    trades++;
    double before = netReturn - mean;
    mean += before / trades;
    squares += before * (netReturn - mean);
  }

  /** A fill, with the share of the portfolio's capital that it buys or sells. */
  public void turn(double share) {
    turned += share;
  }

  /** {@code sqrt(trades) * mean / sd}, as {@link TradeStatistics} has it; NaN where that is. */
  public double sqn() {
    double sd = Math.sqrt(squares / (trades - 1));
    return trades > 1 && sd > Moments.ROUNDING ? Math.sqrt(trades) * mean / sd : Double.NaN;
  }

  /** Capital bought and sold a year; NaN without days. */
  public double turnover(int days) {
    return turned / days * Metrics.TRADING_DAYS;
  }
}
