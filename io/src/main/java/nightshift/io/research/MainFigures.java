package nightshift.io.research;

import java.io.Serializable;

/** What there is to say of any strategy on any days; NaN is written as NULL. */
public record MainFigures(
    double sharpe,
    double sortino,
    double calmar,
    double totalReturn,
    double cagr,
    double volatility,
    double maxDrawdown,
    double profitFactor,
    double sqn,
    double winRate,
    int trades,
    double exposure,
    double turnover)
    implements Serializable {

  /** The columns of these figures, in their order, with a comma and a blank between them. */
  static final String COLUMNS =
      "sharpe, sortino, calmar, total_return, cagr, volatility, max_drawdown, profit_factor, sqn,"
          + " win_rate, trades, exposure, turnover";

  /** The figures in the order of {@link #COLUMNS}. */
  Object[] cells() {
    return new Object[] {
      sharpe,
      sortino,
      calmar,
      totalReturn,
      cagr,
      volatility,
      maxDrawdown,
      profitFactor,
      sqn,
      winRate,
      trades,
      exposure,
      turnover
    };
  }
}
