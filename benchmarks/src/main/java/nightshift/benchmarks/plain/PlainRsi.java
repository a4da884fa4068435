package nightshift.benchmarks.plain;

/** Wilder's recursion for gains and losses, rolling sums for the averages. */
final class PlainRsi implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int n = (int) values[0];
    double buy = values[1];
    int trend = (int) values[2];
    int exit = (int) values[3];
    double newest = 1.0 / n;
    double[] daily = new double[market.days()];
    int trades = 0;
    int first = market.traded - 1;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] close = symbol.close();
      double gain = 0;
      double loss = 0;
      for (int t = 1; t < first; t++) {
        double change = close[t] - close[t - 1];
        double up = Math.max(0, change);
        double down = Math.max(0, -change);
        gain += t <= n ? up / n : (up - gain) * newest;
        loss += t <= n ? down / n : (down - loss) * newest;
      }
      double trendSum = PlainMarket.sum(close, first - trend + 1, first);
      double exitSum = PlainMarket.sum(close, first - exit + 1, first);
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
        double change = c - close[t - 1];
        gain += (Math.max(0, change) - gain) * newest;
        loss += (Math.max(0, -change) - loss) * newest;
        trendSum += c;
        exitSum += c;
        // 100 - 100 / (1 + gain / loss) < buy, without a division.
        wanted =
            held ? c * exit <= exitSum : 100 * gain < buy * (gain + loss) && c * trend > trendSum;
        trendSum -= close[t - trend + 1];
        exitSum -= close[t - exit + 1];
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
