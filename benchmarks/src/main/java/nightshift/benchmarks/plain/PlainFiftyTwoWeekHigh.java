package nightshift.benchmarks.plain;

/** The highest close is looked for anew when it has left the window. */
final class PlainFiftyTwoWeekHigh implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int n = (int) values[0];
    double exit = values[2];
    double enter = Math.max(values[1], exit);
    double[] daily = new double[market.days()];
    int trades = 0;
    int first = market.traded - 1;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] close = symbol.close();
      double high = PlainMarket.highest(close, first - n + 1, first);
      boolean held = false;
      boolean wanted = false;
      for (int t = first; t <= last; t++) {
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
        if (c >= high) {
          high = c;
        } else if (t >= n && close[t - n] == high) {
          high = PlainMarket.highest(close, t - n + 1, t + 1);
        }
        wanted = held ? c >= exit * high : c >= enter * high;
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
