package nightshift.transforms.strategy.builtin;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;

/**
 * The pairs that the days up to one day suggest: of all symbols with a bar on every one of these
 * days, those whose price paths, each beginning at 1, have the least sum of squared differences.
 */
final class Formation {
  /**
   * Two paths that differ by less, 0.0003 % a day, are one series under two names: no spread to
   * trade, only noise.
   */
  private static final double SAME_PATH_A_DAY = 1e-11;

  private final Block block;
  private final int from;
  private final int days;

  private Formation(Block block, int from, int days) {
    this.block = block;
    this.from = from;
    this.days = days;
  }

  private record Key(int day, int days) {}

  /**
   * The closest pairs, closest first; computed once a block.
   *
   * @param day the last day of the formation, as an index into the calendar
   * @param days how many days it has, at least 2
   * @param most how many pairs at most; the same in all calls
   */
  static List<Pair> closest(Block block, int day, int days, int most) {
    int from = day - days + 1;
    return from < 0
        ? List.of()
        : block.memo(new Key(day, days), b -> new Formation(b, from, days).closest(most));
  }

  private List<Pair> closest(int most) {
    List<Bars> symbols = complete();
    double[] paths = new double[Math.multiplyExact(symbols.size(), days)];
    for (int i = 0; i < symbols.size(); i++) {
      path(symbols.get(i), paths, i * days);
    }
    List<Pair> pairs = new ArrayList<>();
    double same = SAME_PATH_A_DAY * days;
    for (ClosestPairs.Match match : ClosestPairs.of(paths, symbols.size(), days, most, same)) {
      Bars first = symbols.get(match.first());
      Bars second = symbols.get(match.second());
      pairs.add(Pair.of(first, first.barFrom(from), second, second.barFrom(from), days));
    }
    return List.copyOf(pairs);
  }

  /** The symbols with a bar on every day of the formation. */
  private List<Bars> complete() {
    List<Bars> complete = new ArrayList<>();
    for (Bars bars : block) {
      int first = bars.barFrom(from);
      int last = first + days - 1;
      if (last < bars.length() && bars.days()[last] == from + days - 1) {
        complete.add(bars);
      }
    }
    return complete;
  }

  private void path(Bars bars, double[] paths, int offset) {
    int first = bars.barFrom(from);
    double base = bars.close()[first];
    System.arraycopy(bars.close(), first, paths, offset, days);
    for (int k = offset; k < offset + days; k++) {
      paths[k] /= base;
    }
  }
}
