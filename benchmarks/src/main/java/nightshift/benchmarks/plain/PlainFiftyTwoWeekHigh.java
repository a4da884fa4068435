package nightshift.benchmarks.plain;

/** A monotonic queue for the highest close. */
final class PlainFiftyTwoWeekHigh implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int n = (int) values[0];
    double exit = values[2];
    double enter = Math.max(values[1], exit);
    double[] daily = new double[market.days()];
    int[] highs = new int[market.end];
    int trades = 0;
    int first = market.traded - 1;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] close = symbol.close();
      int head = 0;
      int tail = 0;
      boolean held = false;
      boolean wanted = false;
      for (int t = first - n + 1; t <= last; t++) {
        double c = close[t];
        if (held || wanted) {
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
        while (tail > head && close[highs[tail - 1]] <= c) {
          tail--;
        }
        highs[tail++] = t;
        if (highs[head] <= t - n) {
          head++;
        }
        if (t >= first) {
          double high = close[highs[head]];
          wanted = held ? c >= exit * high : c >= enter * high;
        }
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
