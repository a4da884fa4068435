package nightshift.benchmarks.plain;

/** Monotonic queues for the extremes, Wilder's recursion for the range. */
final class PlainDonchian implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int entry = (int) values[0];
    int exit = (int) values[1];
    int n = (int) values[2];
    double stops = values[3];
    double[] daily = new double[market.days()];
    int[] highs = new int[market.end];
    int[] lows = new int[market.end];
    int trades = 0;
    int first = market.traded - 1;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] high = symbol.high();
      double[] low = symbol.low();
      double[] close = symbol.close();
      int highHead = 0;
      int highTail = 0;
      int lowHead = 0;
      int lowTail = 0;
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
        range += t <= n ? moved / n : (moved - range) / n;
        if (t >= first) {
          if (held) {
            wanted = !(c < low[lows[lowHead]] || c < stop);
          } else if (c > high[highs[highHead]]) {
            wanted = true;
            stop = c - stops * range;
          }
        }
        while (highTail > highHead && high[highs[highTail - 1]] <= high[t]) {
          highTail--;
        }
        highs[highTail++] = t;
        if (highs[highHead] <= t - entry) {
          highHead++;
        }
        while (lowTail > lowHead && low[lows[lowTail - 1]] >= low[t]) {
          lowTail--;
        }
        lows[lowTail++] = t;
        if (lows[lowHead] <= t - exit) {
          lowHead++;
        }
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
