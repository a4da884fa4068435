package nightshift.transforms.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/**
 * What a strategy wanted to hold: by symbol, the days at whose close the weight changes. Two of
 * them hold the same weights on all days exactly if their changes are the same.
 */
final class Positions {
  private final Map<String, Changes> bySymbol;

  private Positions(Map<String, Changes> bySymbol) {
    this.bySymbol = bySymbol;
  }

  /** The changes of one symbol: days ascend, and each weight differs from the one before. */
  private record Changes(int[] days, double[] weights) {
    static final Changes NONE = new Changes(new int[0], new double[0]);

    double before(int change) {
      return change == 0 ? 0 : weights[change - 1];
    }
  }

  /**
   * The first place where two differ.
   *
   * @param day as an index into the calendar
   * @param was the weight in the one
   * @param is the weight in the other
   */
  record Difference(String symbol, int day, double was, double is) {}

  /** Of several choices, decided in their order on one block, as a search does it. */
  static List<Positions> of(Strategy strategy, Sample sample, List<Values> choices) {
    return of(strategy, Block.of(sample.panel(), sample.window()), choices);
  }

  /** Of several choices, decided in their order on a block. */
  static List<Positions> of(Strategy strategy, Block block, List<Values> choices) {
    Targets targets = new Targets();
    List<Positions> all = new ArrayList<>(choices.size());
    for (Values values : choices) {
      targets.reset(block.size());
      strategy.positions(block, values, targets);
      all.add(of(block, targets));
    }
    return all;
  }

  private static Positions of(Block block, Targets targets) {
    Map<String, Changes> bySymbol = new HashMap<>();
    for (Bars bars : block) {
      int count = targets.count(bars.index());
      if (count > 0) {
        int[] days =
            Arrays.stream(targets.bars(bars.index()), 0, count).map(t -> bars.days()[t]).toArray();
        double[] weights = Arrays.copyOf(targets.weights(bars.index()), count);
        bySymbol.put(bars.symbol(), new Changes(days, weights));
      }
    }
    return new Positions(bySymbol);
  }

  /** Those of several blocks of different symbols together. */
  static Positions together(List<Positions> parts) {
    Map<String, Changes> all = new HashMap<>();
    parts.forEach(part -> all.putAll(part.bySymbol));
    return new Positions(all);
  }

  /** How many decisions there are up to a day, inclusive. */
  int decisions(int lastDay) {
    return bySymbol.values().stream().mapToInt(changes -> upTo(changes, lastDay)).sum();
  }

  private static int upTo(Changes changes, int lastDay) {
    int count = 0;
    while (count < changes.days.length && changes.days[count] <= lastDay) {
      count++;
    }
    return count;
  }

  /** The days on which anything is decided, as often as it is. */
  int[] days() {
    return bySymbol.values().stream().flatMapToInt(c -> Arrays.stream(c.days)).sorted().toArray();
  }

  /**
   * The earliest difference to the bit up to a day, inclusive; of the symbols that differ on that
   * day, the first by name.
   */
  Optional<Difference> differenceUpTo(int lastDay, Positions other) {
    Difference earliest = null;
    for (String symbol : symbols(other)) {
      Difference found = difference(symbol, lastDay, other);
      if (found != null && (earliest == null || found.day < earliest.day)) {
        earliest = found;
      }
    }
    return Optional.ofNullable(earliest);
  }

  private Iterable<String> symbols(Positions other) {
    List<String> symbols = new ArrayList<>(bySymbol.keySet());
    other.bySymbol.keySet().stream().filter(s -> !bySymbol.containsKey(s)).forEach(symbols::add);
    symbols.sort(null);
    return symbols;
  }

  private Changes changes(String symbol) {
    return bySymbol.getOrDefault(symbol, Changes.NONE);
  }

  private Difference difference(String symbol, int lastDay, Positions other) {
    Changes mine = changes(symbol);
    Changes theirs = other.changes(symbol);
    for (int c = 0; ; c++) {
      int myDay = c < mine.days.length ? mine.days[c] : Integer.MAX_VALUE;
      int theirDay = c < theirs.days.length ? theirs.days[c] : Integer.MAX_VALUE;
      int day = Math.min(myDay, theirDay);
      if (day > lastDay || day == Integer.MAX_VALUE) {
        return null;
      }
      double was = myDay == day ? mine.weights[c] : mine.before(c);
      double is = theirDay == day ? theirs.weights[c] : theirs.before(c);
      if (myDay != theirDay || Double.compare(was, is) != 0) {
        return new Difference(symbol, day, was, is);
      }
    }
  }

  /**
   * On how many symbols two differ.
   *
   * @param held symbols that are held in either
   * @param differing those of them whose weights are apart on some day
   * @param first the earliest day on which the first of these by name differs; null without any
   */
  record Distance(int held, int differing, Difference first) {}

  /**
   * On how many symbols two differ up to a day, exclusive.
   *
   * @param apart weights that differ by more count as different
   */
  Distance distance(Positions other, int end, double apart) {
    int held = 0;
    int differing = 0;
    Difference first = null;
    for (String symbol : symbols(other)) {
      Difference found = difference(symbol, other, end, apart);
      held++;
      if (found != null) {
        differing++;
        first = first == null ? found : first;
      }
    }
    return new Distance(held, differing, first);
  }

  private Difference difference(String symbol, Positions other, int end, double apart) {
    Changes mine = changes(symbol);
    Changes theirs = other.changes(symbol);
    double was = 0;
    double is = 0;
    int m = 0;
    int t = 0;
    for (int day = nextDay(mine, m, theirs, t, end);
        day < end;
        day = nextDay(mine, m, theirs, t, end)) {
      if (m < mine.days.length && mine.days[m] == day) {
        was = mine.weights[m++];
      }
      if (t < theirs.days.length && theirs.days[t] == day) {
        is = theirs.weights[t++];
      }
      if (Math.abs(was - is) > apart) {
        return new Difference(symbol, day, was, is);
      }
    }
    return null;
  }

  private static int nextDay(Changes mine, int m, Changes theirs, int t, int end) {
    int next = end;
    if (m < mine.days.length) {
      next = Math.min(next, mine.days[m]);
    }
    if (t < theirs.days.length) {
      next = Math.min(next, theirs.days[t]);
    }
    return next;
  }

  /**
   * By day of the panel, the sum of the absolute weights of the symbols that have a bar then; one
   * without a bar cannot be traded, and keeps what it has until its next.
   */
  double[] grossByDay(Panel panel) {
    double[] gross = new double[panel.days()];
    for (SymbolBars bars : panel.symbols()) {
      Changes changes = changes(bars.symbol());
      for (int c = 0; c < changes.days.length; c++) {
        boolean last = c + 1 == changes.days.length;
        int end = last ? bars.length() : bars.firstBarFrom(changes.days[c + 1]);
        for (int t = bars.firstBarFrom(changes.days[c]); t < end; t++) {
          gross[bars.days()[t]] += Math.abs(changes.weights[c]);
        }
      }
    }
    return gross;
  }
}
