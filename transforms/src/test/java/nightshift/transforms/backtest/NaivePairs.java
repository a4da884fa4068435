package nightshift.transforms.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;

/**
 * Pairs trading, as its description says: every two symbols are measured against each other at each
 * formation, and every open pair is looked at each day.
 */
final class NaivePairs {
  private final List<NaiveBars> symbols;
  private final Choice choice;
  private final Doubt doubt;
  private final List<double[]> wishes;
  private final int[] legs;

  private NaivePairs(List<NaiveBars> symbols, Choice choice, Doubt doubt) {
    this.symbols = symbols;
    this.choice = choice;
    this.doubt = doubt;
    this.wishes = symbols.stream().map(NaiveBars::noWish).toList();
    this.legs = new int[symbols.size()];
  }

  private static final class Pair {
    int a;
    int b;
    double distance;
    double baseA;
    double baseB;
    double mean;
    double deviation;
    int side;
    boolean givenUp;
  }

  static List<double[]> trade(
      Panel panel, List<NaiveBars> symbols, Window window, Choice choice, Doubt doubt) {
    NaivePairs pairs = new NaivePairs(symbols, choice, doubt);
    List<Pair> formed = List.of();
    LocalDate since = null;
    int start = Math.max(window.from(), choice.whole("formation")) - 1;
    for (int day = window.from() - 1; day < window.to(); day++) {
      boolean first = day == start;
      if (first || since != null && !panel.dateOf(day).isBefore(since.plusMonths(18))) {
        formed.forEach(pair -> pairs.turn(pair, 0));
        formed = pairs.formed(day);
        since = panel.dateOf(Math.max(window.from(), day));
      }
      for (Pair pair : formed) {
        pairs.turn(pair, pairs.side(pair, day));
      }
      pairs.write(day);
    }
    return pairs.wishes;
  }

  private List<Pair> formed(int day) {
    int days = choice.whole("formation");
    List<Pair> all = new ArrayList<>();
    for (int a = 0; a < symbols.size(); a++) {
      for (int b = a + 1; b < symbols.size(); b++) {
        double[] first = path(symbols.get(a), day, days);
        double[] second = path(symbols.get(b), day, days);
        if (first != null && second != null) {
          Pair pair = measured(first, second);
          pair.a = a;
          pair.b = b;
          pair.baseA = symbols.get(a).close()[symbols.get(a).on(day - days + 1)];
          pair.baseB = symbols.get(b).close()[symbols.get(b).on(day - days + 1)];
          all.add(pair);
        }
      }
    }
    all.removeIf(pair -> pair.distance <= 1e-11 * days);
    all.sort(Comparator.comparingDouble(pair -> pair.distance));
    int top = choice.whole("top");
    if (all.size() > top) {
      doubt.below(all.get(top - 1).distance, all.get(top).distance);
    }
    return all.subList(0, Math.min(top, all.size()));
  }

  /** Prices in units of the first; null where a day has no bar. */
  private static double[] path(NaiveBars bars, int day, int days) {
    double[] path = new double[days];
    int first = bars.on(day - days + 1);
    for (int k = 0; k < days; k++) {
      int t = first + k;
      if (first < 0 || t >= bars.length() || bars.days()[t] != day - days + 1 + k) {
        return null;
      }
      path[k] = bars.close()[t] / bars.close()[first];
    }
    return path;
  }

  private static Pair measured(double[] first, double[] second) {
    Pair pair = new Pair();
    int n = first.length;
    for (int k = 0; k < n; k++) {
      double spread = first[k] - second[k];
      pair.distance += spread * spread;
      pair.mean += spread / n;
    }
    double squares = 0;
    for (int k = 0; k < n; k++) {
      double off = first[k] - second[k] - pair.mean;
      squares += off * off;
    }
    pair.deviation = Math.sqrt(squares / (n - 1));
    return pair;
  }

  /** 1: long a and short b; -1 the other way round; 0: neither. */
  private int side(Pair pair, int day) {
    int t = symbols.get(pair.a).on(day);
    int u = symbols.get(pair.b).on(day);
    if (t < 0 && u < 0) {
      return pair.side;
    }
    if (t < 0 || u < 0) {
      return 0;
    }
    double spread =
        symbols.get(pair.a).close()[t] / pair.baseA - symbols.get(pair.b).close()[u] / pair.baseB;
    double z = (spread - pair.mean) / pair.deviation;
    if (pair.givenUp || doubt.above(Math.abs(z), choice.real("stop"))) {
      pair.givenUp = true;
      return 0;
    }
    if (pair.side == 0) {
      boolean opens = doubt.above(Math.abs(z), choice.real("open"));
      return !opens ? 0 : z > 0 ? -1 : 1;
    }
    double seenFromItsSide = pair.side == 1 ? -z : z;
    return doubt.above(seenFromItsSide, choice.real("close")) ? pair.side : 0;
  }

  private void turn(Pair pair, int side) {
    legs[pair.a] += side - pair.side;
    legs[pair.b] -= side - pair.side;
    pair.side = side;
  }

  /** What is borne in all pairs together is wanted of each symbol that has a bar this day. */
  private void write(int day) {
    for (int i = 0; i < legs.length; i++) {
      int t = symbols.get(i).on(day);
      if (t >= 0) {
        wishes.get(i)[t] = legs[i] / (2.0 * choice.whole("top"));
      }
    }
  }
}
