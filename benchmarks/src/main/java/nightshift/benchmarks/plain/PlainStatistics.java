package nightshift.benchmarks.plain;

/** The statistics of a backtest as two plain loops over days and one over trades. */
public record PlainStatistics(
    double totalReturn,
    double cagr,
    double volatility,
    double sharpe,
    double sortino,
    double maxDrawdown,
    double calmar,
    double skew,
    double kurtosis,
    double winRate,
    double profitFactor,
    double sqn,
    int trades) {

  static PlainStatistics of(double[] daily, double[] trades) {
    int n = daily.length;
    double equity = 1;
    double peak = 1;
    double drawdown = 0;
    double sum = 0;
    double losses = 0;
    for (double r : daily) {
      sum += r;
      double loss = Math.min(r, 0);
      losses += loss * loss;
      equity *= 1 + r;
      peak = Math.max(peak, equity);
      drawdown = Math.min(drawdown, equity / peak - 1);
    }
    double mean = sum / n;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (double r : daily) {
      double d = r - mean;
      squares += d * d;
      cubes += d * d * d;
      fourths += d * d * d * d;
    }
    double sd = Math.sqrt(squares / (n - 1));
    double variance = squares / n;
    double cagr = Math.pow(equity, 252.0 / n) - 1;
    double won = 0;
    double lost = 0;
    double tradeSquares = 0;
    int winners = 0;
    for (double r : trades) {
      winners += r > 0 ? 1 : 0;
      won += Math.max(r, 0);
      lost -= Math.min(r, 0);
      tradeSquares += r * r;
    }
    int m = trades.length;
    double tradeMean = (won - lost) / m;
    double tradeSd = Math.sqrt((tradeSquares - m * tradeMean * tradeMean) / (m - 1));
    return new PlainStatistics(
        equity - 1,
        cagr,
        sd * Math.sqrt(252),
        mean / sd * Math.sqrt(252),
        mean / Math.sqrt(losses / n) * Math.sqrt(252),
        drawdown,
        cagr / -drawdown,
        cubes / n / (variance * Math.sqrt(variance)),
        fourths / n / (variance * variance),
        (double) winners / m,
        won / lost,
        Math.sqrt(m) * tradeMean / tradeSd,
        m);
  }
}
