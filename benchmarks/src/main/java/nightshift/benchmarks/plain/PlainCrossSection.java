package nightshift.benchmarks.plain;

import java.util.Arrays;

/** Ranks by sorting on each ranking day, then goes through each symbol's bars. */
final class PlainCrossSection implements PlainLoop {
  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int formation = (int) values[0];
    int skip = (int) values[1];
    int holding = (int) values[2];
    int size = market.symbols.size();
    int many = Math.max(1, (int) Math.round(values[3] * size));
    double weight = 1.0 / many;
    int first = market.traded - 1;
    int last = market.end - 1;
    double[] daily = new double[market.days()];
    boolean[][] winners = new boolean[(last - first) / holding + 1][size];
    double[] past = new double[size];
    for (int k = 0; k < winners.length; k++) {
      int t = first + k * holding - skip;
      for (int i = 0; i < size; i++) {
        double[] close = market.symbols.get(i).close();
        past[i] = close[t] / close[t - formation] - 1;
      }
      double[] sorted = past.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < size; i++) {
        winners[k][i] = past[i] >= sorted[size - many];
      }
    }
    int trades = 0;
    for (int i = 0; i < size; i++) {
      double[] open = market.symbols.get(i).open();
      double[] close = market.symbols.get(i).close();
      boolean held = false;
      for (int k = 0; k < winners.length; k++) {
        boolean wanted = winners[k][i];
        int from = first + k * holding + 1;
        int to = Math.min(last + 1, from + holding);
        for (int t = from; t < to && (held || wanted); t++) {
          double c = close[t];
          double o = open[t] > 0 ? open[t] : c;
          double factor = held ? 1 + weight * (o / close[t - 1] - 1) : 1;
          factor *= (wanted ? 1 + weight * (c / o - 1) : 1) - (held == wanted ? 0 : cost * weight);
          if (t == last && wanted) {
            factor *= 1 - cost * weight;
          }
          daily[t - market.traded] += factor - 1;
          trades += held ? 0 : 1;
          held = wanted;
        }
      }
    }
    return new Outcome(PlainMarket.sharpe(daily), trades);
  }
}
