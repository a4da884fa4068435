package nightshift.benchmarks.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every two symbols are measured at each formation, sorted, and the best traded day by day; then
 * the net legs of each symbol go through its bars.
 */
public final class PlainPairs implements PlainLoop {
  private static final int MONTHS = 18;
  private static final int MOST = 50;

  private final boolean shared;
  private final Map<Long, List<Pair>> known = new HashMap<>();

  /**
   * @param shared whether what was formed for one candidate is kept for the next
   */
  public PlainPairs(boolean shared) {
    this.shared = shared;
  }

  private record Distance(int a, int b, double squares) {}

  private record Pair(int a, int b, double baseA, double baseB, double mean, double deviation) {}

  @Override
  public Outcome run(PlainMarket market, double[] values, double cost) {
    int days = (int) values[0];
    int top = (int) values[4];
    int first = market.traded - 1;
    short[][] legs = new short[market.symbols.size()][market.end - first];
    int next;
    for (int day = Math.max(first, days - 1); day < market.end; day = next) {
      next = Math.min(market.end, market.dayAfter(Math.max(day, first + 1), MONTHS));
      List<Pair> pairs = shared ? remembered(market, day, days) : formed(market, day, days);
      for (Pair pair : pairs.subList(0, Math.min(top, pairs.size()))) {
        follow(market, pair, day, next, values, legs);
      }
    }
    return book(market, legs, 1.0 / (2 * top), cost);
  }

  private List<Pair> remembered(PlainMarket market, int day, int days) {
    return known.computeIfAbsent(((long) day << 32) | days, key -> formed(market, day, days));
  }

  private static List<Pair> formed(PlainMarket market, int day, int days) {
    int from = day - days + 1;
    int size = market.symbols.size();
    double[][] paths = new double[size][days];
    for (int i = 0; i < size; i++) {
      double[] close = market.symbols.get(i).close();
      for (int k = 0; k < days; k++) {
        paths[i][k] = close[from + k] / close[from];
      }
    }
    List<Distance> distances = new ArrayList<>();
    for (int a = 0; a < size; a++) {
      for (int b = a + 1; b < size; b++) {
        double[] x = paths[a];
        double[] y = paths[b];
        double squares = 0;
        for (int k = 0; k < days; k++) {
          squares += (x[k] - y[k]) * (x[k] - y[k]);
        }
        distances.add(new Distance(a, b, squares));
      }
    }
    distances.sort(Comparator.comparingDouble(Distance::squares));
    List<Pair> pairs = new ArrayList<>();
    for (Distance near : distances.subList(0, Math.min(MOST, distances.size()))) {
      pairs.add(measured(market, near, paths[near.a()], paths[near.b()], from));
    }
    return pairs;
  }

  private static Pair measured(
      PlainMarket market, Distance near, double[] x, double[] y, int from) {
    double mean = (PlainMarket.sum(x, 0, x.length) - PlainMarket.sum(y, 0, x.length)) / x.length;
    double squares = 0;
    for (int k = 0; k < x.length; k++) {
      double off = x[k] - y[k] - mean;
      squares += off * off;
    }
    return new Pair(
        near.a(),
        near.b(),
        market.symbols.get(near.a()).close()[from],
        market.symbols.get(near.b()).close()[from],
        mean,
        Math.sqrt(squares / (x.length - 1)));
  }

  private static void follow(
      PlainMarket market, Pair pair, int from, int to, double[] values, short[][] legs) {
    double open = values[1];
    double close = values[2];
    double stop = values[3];
    double[] a = market.symbols.get(pair.a()).close();
    double[] b = market.symbols.get(pair.b()).close();
    short[] legsA = legs[pair.a()];
    short[] legsB = legs[pair.b()];
    int first = market.traded - 1;
    int side = 0;
    for (int t = from; t < to; t++) {
      double z = (a[t] / pair.baseA() - b[t] / pair.baseB() - pair.mean()) / pair.deviation();
      double off = Math.abs(z);
      if (off > stop) {
        break;
      }
      if (side != 0) {
        side = -side * z <= close ? 0 : side;
      } else if (off > open) {
        side = z > 0 ? -1 : 1;
      }
      legsA[t - first] += (short) side;
      legsB[t - first] -= (short) side;
    }
  }

  private static Outcome book(PlainMarket market, short[][] legs, double weight, double cost) {
    double[] daily = new double[market.days()];
    int trades = 0;
    int last = market.end - 1;
    for (int i = 0; i < legs.length; i++) {
      double[] open = market.symbols.get(i).open();
      double[] close = market.symbols.get(i).close();
      int held = 0;
      for (int t = market.traded; t <= last; t++) {
        int wanted = legs[i][t - market.traded];
        if (held == 0 && wanted == 0) {
          continue;
        }
        double o = open[t] > 0 ? open[t] : close[t];
        double factor =
            (1 + held * weight * (o / close[t - 1] - 1))
                * (1
                    + wanted * weight * (close[t] / o - 1)
                    - cost * weight * Math.abs(wanted - held));
        if (t == last) {
          factor *= 1 - cost * weight * Math.abs(wanted);
        }
        daily[t - market.traded] += factor - 1;
        trades += wanted != 0 && held * wanted <= 0 ? 1 : 0;
        held = wanted;
      }
    }
    return new Outcome(PlainMarket.sharpe(daily), trades);
  }
}
