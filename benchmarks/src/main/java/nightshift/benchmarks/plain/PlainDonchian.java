package nightshift.benchmarks.plain;

/**
 * An extreme is looked for anew only when it has left the window, which is seldom and was measured
 * to be faster than queues; Wilder's recursion for the range.
 */
final class PlainDonchian implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int entry = (int) values[0];
    int exit = (int) values[1];
    int n = (int) values[2];
    double stops = values[3];
    double newest = 1.0 / n;
    double[] daily = new double[market.days()];
    int trades = 0;
    int first = market.traded - 1;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] high = symbol.high();
      double[] low = symbol.low();
      double[] close = symbol.close();
      double highest = symbol.high()[0];
      double lowest = symbol.low()[0];
      double range = 0;
      boolean held = false;
      boolean wanted = false;
      double stop = 0;
      for (int t = 1; t <= last; t++) {
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
        double before = close[t - 1];
        double moved = Math.max(high[t], before) - Math.min(low[t], before);
        range += t <= n ? moved / n : (moved - range) * newest;
        if (t >= first) {
          if (held) {
            wanted = !(c < lowest || c < stop);
          } else if (c > highest) {
            wanted = true;
            stop = c - stops * range;
          }
        }
        if (high[t] >= highest) {
          highest = high[t];
        } else if (t >= entry && high[t - entry] == highest) {
          highest = PlainMarket.highest(high, t - entry + 1, t + 1);
        }
        if (low[t] <= lowest) {
          lowest = low[t];
        } else if (t >= exit && low[t - exit] == lowest) {
          lowest = PlainMarket.lowest(low, t - exit + 1, t + 1);
        }
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
