package nightshift.benchmarks.plain;

/** One strategy's loop. Called once for a candidate. */
public interface PlainLoop {

  /**
   * Backtests a candidate.
   *
   * @param values the parameters in the order in which the strategy declares them
   * @param cost of a side, as a fraction
   */
  Outcome run(PlainMarket market, double[] values, double cost);

  /**
   * What a search wants to know.
   *
   * @param sharpe annualised; NaN without spread
   * @param trades how many were begun
   */
  record Outcome(double sharpe, int trades) {}

  /** The loop of a strategy. */
  static PlainLoop of(String strategy) {
    return switch (strategy) {
      case "sma_cross" -> new PlainSmaCross();
      case "donchian_breakout" -> new PlainDonchian();
      case "ts_momentum" -> new PlainTimeSeriesMomentum();
      case "xs_momentum" -> new PlainCrossSection();
      case "high_52w" -> new PlainFiftyTwoWeekHigh();
      case "rsi_reversal" -> new PlainRsi();
      case "bollinger_reversion" -> new PlainBollinger();
      case "pairs" -> new PlainPairs(false);
      default -> throw new IllegalArgumentException("no plain loop for " + strategy);
    };
  }
}
