package nightshift.benchmarks.plain;

/** Rolling sums, Sharpe ratio and number of trades. */
final class PlainSmaCross implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int fast = (int) values[0];
    int slow = (int) values[1];
    double above = (1 + values[2]) * fast / slow;
    double below = (1 - values[2]) * fast / slow;
    double[] daily = new double[market.days()];
    int trades = 0;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] close = symbol.close();
      int first = market.traded - 1;
      double fastSum = PlainMarket.sum(close, first - fast + 1, first + 1);
      double slowSum = PlainMarket.sum(close, first - slow + 1, first + 1);
      boolean held = false;
      boolean wanted = fastSum > slowSum * above;
      for (int t = first + 1; t <= last; t++) {
        if (held || wanted) {
          double c = close[t];
          double o = open[t] > 0 ? open[t] : c;
          double factor = held ? o / close[t - 1] : 1;
          factor *= wanted ? c / o - (held ? 0 : cost) : 1 - cost;
          if (t == last && wanted) {
            factor *= 1 - cost;
          }
          daily[t - market.traded] += factor - 1;
          trades += held ? 0 : 1;
          held = wanted;
        }
        fastSum += close[t] - close[t - fast];
        slowSum += close[t] - close[t - slow];
        wanted = held ? fastSum >= slowSum * below : fastSum > slowSum * above;
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
