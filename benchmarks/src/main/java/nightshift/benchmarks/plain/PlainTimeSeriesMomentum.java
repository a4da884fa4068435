package nightshift.benchmarks.plain;

import java.util.Arrays;

/** The volatility from rolling sums of returns and of their squares. */
final class PlainTimeSeriesMomentum implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int lookback = (int) values[0];
    int rebalance = (int) values[1];
    int n = (int) values[2];
    double target = values[3];
    double[] daily = new double[market.days()];
    double[] recent = new double[n];
    int trades = 0;
    int first = market.traded - 1;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] close = symbol.close();
      double sum = 0;
      double squares = 0;
      Arrays.fill(recent, 0);
      int place = 0;
      double held = 0;
      double wanted = 0;
      int next = first;
      for (int t = first - n + 1; t <= last; t++) {
        double c = close[t];
        if (held != 0 || wanted != 0) {
          double o = open[t] > 0 ? open[t] : c;
          double factor =
              (1 + held * (o / close[t - 1] - 1))
                  * (1 + wanted * (c / o - 1) - cost * Math.abs(wanted - held));
          if (t == last) {
            factor *= 1 - cost * Math.abs(wanted);
          }
          daily[t - market.traded] += factor - 1;
          trades += wanted != 0 && held * wanted <= 0 ? 1 : 0;
          held = wanted;
        }
        double r = c / close[t - 1] - 1;
        double old = recent[place];
        recent[place] = r;
        place = place + 1 == n ? 0 : place + 1;
        sum += r - old;
        squares += r * r - old * old;
        if (t == next) {
          next += rebalance;
          double volatility = Math.sqrt((squares - sum * sum / n) / (n - 1) * 252);
          double then = close[t - lookback];
          wanted = (c > then ? 1 : c < then ? -1 : 0) * Math.min(1, target / volatility);
        }
      }
    }
    return new Outcome(market.meanSharpe(daily), trades);
  }
}
