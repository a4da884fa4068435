package nightshift.transforms.strategy.builtin;

import nightshift.transforms.strategy.Bars;

/** One pair during one trading period, day after day. */
final class PairTrade {

  /**
   * When to act, in standard deviations of the spread.
   *
   * @param open opened above this
   * @param close closed at or below this
   * @param stop given up above this
   */
  record Rule(double open, double close, double stop) {}

  private final Pair pair;
  private final Rule rule;
  private int firstBar;
  private int secondBar;
  private int side;
  private boolean stopped;

  /**
   * @param day the first day of the period, as an index into the calendar
   */
  PairTrade(Pair pair, Rule rule, int day) {
    this.pair = pair;
    this.rule = rule;
    this.firstBar = pair.first().barFrom(day);
    this.secondBar = pair.second().barFrom(day);
  }

  /** Decides at the close of a day, which must not be before that of an earlier call. */
  void decide(int day, Legs legs) {
    firstBar = advance(pair.first(), firstBar, day);
    secondBar = advance(pair.second(), secondBar, day);
    int wanted = wanted(day);
    if (wanted != side) {
      legs.add(pair.first(), firstBar, wanted - side);
      legs.add(pair.second(), secondBar, side - wanted);
      side = wanted;
    }
  }

  private static int advance(Bars bars, int bar, int day) {
    int t = bar;
    while (t < bars.length() && bars.days()[t] < day) {
      t++;
    }
    return t;
  }

  /** 1 to hold the first symbol and be short of the second, -1 the other way round, 0 nothing. */
  private int wanted(int day) {
    boolean first = isAt(pair.first(), firstBar, day);
    boolean second = isAt(pair.second(), secondBar, day);
    if (!first || !second) {
      return first == second ? side : 0;
    }
    double z = pair.z(firstBar, secondBar);
    stopped |= Math.abs(z) > rule.stop;
    if (stopped) {
      return 0;
    }
    if (side != 0) {
      return -side * z <= rule.close ? 0 : side;
    }
    return Math.abs(z) > rule.open ? -(int) Math.signum(z) : 0;
  }

  private static boolean isAt(Bars bars, int bar, int day) {
    return bar < bars.length() && bars.days()[bar] == day;
  }
}
