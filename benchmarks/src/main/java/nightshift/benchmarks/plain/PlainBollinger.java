package nightshift.benchmarks.plain;

/** Mean and squares move along by Welford's update, the range by Wilder's recursion. */
final class PlainBollinger implements PlainLoop {
  private static final int ATR = 14;

  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int n = (int) values[0];
    double width = values[1];
    double stops = values[2];
    double newest = 1.0 / ATR;
    double share = 1.0 / n;
    double[] daily = new double[market.days()];
    int trades = 0;
    int first = market.traded - 1;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] high = symbol.high();
      double[] low = symbol.low();
      double[] close = symbol.close();
      double range = 0;
      for (int t = 1; t < first; t++) {
        double moved = Math.max(high[t], close[t - 1]) - Math.min(low[t], close[t - 1]);
        range += t <= ATR ? moved / ATR : (moved - range) * newest;
      }
      double mean = PlainMarket.sum(close, first - n, first) / n;
      double squares = 0;
      for (int t = first - n; t < first; t++) {
        squares += (close[t] - mean) * (close[t] - mean);
      }
      boolean held = false;
      boolean wanted = false;
      boolean stopped = false;
      double stop = 0;
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
        double moved = Math.max(high[t], close[t - 1]) - Math.min(low[t], close[t - 1]);
        range += (moved - range) * newest;
        double out = close[t - n];
        double before = mean;
        mean += (c - out) * share;
        squares += (c - out) * ((c - mean) + (out - before));
        if (held) {
          stopped = c < stop;
          wanted = !stopped && c < mean;
        } else if (!(c < mean - width * Math.sqrt(squares * share))) {
          stopped = false;
        } else if (!stopped) {
          wanted = true;
          stop = c - stops * range;
        }
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
