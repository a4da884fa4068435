package nightshift.transforms.strategy.builtin;

import java.util.Arrays;
import java.util.List;
import nightshift.transforms.strategy.Bars;

/**
 * Trades pairs through one period. Each pair is followed by itself, from one change to the next;
 * the changes of all are then made day after day, those of one day in the order of the pairs, for a
 * symbol may be in several.
 */
final class PairTrading {

  /**
   * When to act, in standard deviations of the spread.
   *
   * @param open opened above this
   * @param close closed at or below this
   * @param stop given up above this
   */
  record Rule(double open, double close, double stop) {}

  private final Rule rule;
  private final int from;
  private final int[] latestOfDay;
  private int[] before = new int[64];
  private int[] pairs = new int[64];
  private int[] sides = new int[64];
  private int changes;

  private PairTrading(Rule rule, int from, int days) {
    this.rule = rule;
    this.from = from;
    this.latestOfDay = new int[days];
    Arrays.fill(latestOfDay, -1);
  }

  /**
   * Decides for each day of the period.
   *
   * @param pairs the pairs, in the order in which they are acted upon
   * @param from first day, as an index into the calendar, inclusive
   * @param to day after the last
   */
  static void trade(List<Pair> pairs, Rule rule, int from, int to, Legs legs) {
    PairTrading trading = new PairTrading(rule, from, to - from);
    // The last one first, so that of one day's changes the first pair's are found first.
    for (int i = pairs.size() - 1; i >= 0; i--) {
      trading.follow(pairs.get(i).spread(from, to), i);
    }
    trading.act(pairs, legs);
  }

  /** Finds the days on which a pair is opened or closed. */
  private void follow(Spread spread, int pair) {
    int day = spread.firstWider(rule.open, 0);
    while (day < spread.days() && Math.abs(spread.z(day)) <= rule.stop) {
      int side = spread.z(day) > 0 ? -1 : 1;
      change(day, pair, side);
      day = spread.firstOver(side, rule.close, rule.stop, day + 1);
      if (day == spread.days()) {
        return;
      }
      change(day, pair, -side);
      if (Math.abs(spread.z(day)) > rule.stop) {
        return;
      }
      day = spread.firstWider(rule.open, day + 1);
    }
  }

  private void change(int day, int pair, int side) {
    if (changes == pairs.length) {
      before = Arrays.copyOf(before, 2 * changes);
      pairs = Arrays.copyOf(pairs, 2 * changes);
      sides = Arrays.copyOf(sides, 2 * changes);
    }
    before[changes] = latestOfDay[day];
    pairs[changes] = pair;
    sides[changes] = side;
    latestOfDay[day] = changes++;
  }

  private void act(List<Pair> all, Legs legs) {
    for (int day = 0; day < latestOfDay.length; day++) {
      for (int c = latestOfDay[day]; c >= 0; c = before[c]) {
        Bars first = all.get(pairs[c]).first();
        Bars second = all.get(pairs[c]).second();
        legs.add(first, first.barFrom(from + day), sides[c]);
        legs.add(second, second.barFrom(from + day), -sides[c]);
      }
    }
  }
}
