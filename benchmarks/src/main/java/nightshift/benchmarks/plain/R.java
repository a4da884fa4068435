package nightshift.benchmarks.plain;

import java.util.Arrays;

/**
 * The yardstick: moving averages that cross, from rolling sums, with the return formula on every
 * bar, each trade's growth, and full statistics in the end.
 */
public final class R {
  private double[] trades = new double[64];
  private int count;

  /** Backtests a candidate; fast, slow and band are the values. */
  public PlainStatistics run(PlainMarket market, double[] values, double cost) {
    int fast = (int) values[0];
    int slow = (int) values[1];
    double above = 1 + values[2];
    double below = 1 - values[2];
    double[] daily = new double[market.days()];
    count = 0;
    int last = market.end - 1;
    for (PlainMarket.Symbol symbol : market.symbols) {
      double[] open = symbol.open();
      double[] close = symbol.close();
      int first = market.traded - 1;
      double fastSum = PlainMarket.sum(close, first - fast + 1, first + 1);
      double slowSum = PlainMarket.sum(close, first - slow + 1, first + 1);
      double held = 0;
      double wanted = fastSum / fast > slowSum / slow * above ? 1 : 0;
      double growth = 1;
      for (int t = first + 1; t <= last; t++) {
        double c = close[t];
        double o = open[t] > 0 ? open[t] : c;
        double untilOpen = 1 + held * (o / close[t - 1] - 1);
        double fromOpen = 1 + wanted * (c / o - 1) - cost * Math.abs(wanted - held);
        double factor = untilOpen * fromOpen;
        if (t == last) {
          factor *= 1 - cost * wanted;
        }
        daily[t - market.traded] += factor - 1;
        growth *= factor;
        if (held == 0) {
          growth = factor;
        } else if (wanted == 0) {
          ended(growth - 1);
        }
        held = wanted;
        fastSum += c - close[t - fast];
        slowSum += c - close[t - slow];
        double fastMean = fastSum / fast;
        double slowMean = slowSum / slow;
        if (held == 0) {
          wanted = fastMean > slowMean * above ? 1 : 0;
        } else {
          wanted = fastMean < slowMean * below ? 0 : 1;
        }
      }
      if (held != 0) {
        ended(growth - 1);
      }
    }
    for (int d = 0; d < daily.length; d++) {
      daily[d] /= market.symbols.size();
    }
    return PlainStatistics.of(daily, Arrays.copyOf(trades, count));
  }

  private void ended(double netReturn) {
    if (count == trades.length) {
      trades = Arrays.copyOf(trades, 2 * count);
    }
    trades[count++] = netReturn;
  }
}
