package nightshift.io.gate;

/**
 * Jumps that stay. {@code unadjusted_split}: by a factor in which shares are split or joined, and
 * without more money changing hands than usual; earlier prices are multiplied by that factor.
 * {@code level_shift}: by another factor, as a spin-off leaves it; earlier prices are multiplied so
 * that that night returns nothing. {@code price_jump}: with a leap of turnover, or not yet half
 * there at the open, as when a company collapses or is bought; that is what happened, and it is
 * kept, for a gate that takes real losses away flatters every strategy. The value is close over
 * close.
 */
final class LevelShifts {
  static final String SPLIT = "unadjusted_split";
  static final String SHIFT = "level_shift";
  static final String JUMP = "price_jump";

  private static final double[] FACTORS = {
    1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000
  };

  /** How far a close, or an open, may be from a factor, as a logarithm. */
  private static final double NEAR = 0.03;

  /** The least jump that is looked at when it is near no factor, as a logarithm. */
  private static final double LEAST = StrictMath.log(1.6);

  private static final double TYPICAL_MOVES = 10;
  private static final int STAYS = 3;
  private static final int BEFORE = 60;

  /** How many times the usual turnover says that it was traded. */
  private static final double TURNOVER_LEAP = 5;

  private static final int TURNOVER_BARS = 20;

  private LevelShifts() {}

  /**
   * Finds jumps and mends what can be mended.
   *
   * @return whether the symbol is to be set aside
   */
  static boolean apply(PriceSeries bars, GateMode mode, SymbolFindings into) {
    boolean setAside = false;
    for (int bar = 1; bar < bars.size(); bar++) {
      double ratio = bars.close()[bar] / bars.close()[bar - 1];
      if ((ratio <= 0.72 || ratio >= 1.4) && stays(bars, bar, StrictMath.log(ratio))) {
        setAside |= look(bars, bar, ratio, mode, into);
      }
    }
    return setAside;
  }

  /** Whether both levels, that before and that after, last for some bars. */
  private static boolean stays(PriceSeries bars, int bar, double jump) {
    for (int i = Math.max(0, bar - 1 - STAYS); i < Math.min(bars.size(), bar + 1 + STAYS); i++) {
      double level = bars.close()[i < bar ? bar - 1 : bar];
      if (Math.abs(StrictMath.log(bars.close()[i] / level)) > Math.abs(jump) / 2) {
        return false;
      }
    }
    return Math.abs(jump) >= TYPICAL_MOVES * bars.typicalMove(bar, BEFORE, 0);
  }

  private static boolean look(
      PriceSeries bars, int bar, double ratio, GateMode mode, SymbolFindings into) {
    double before = bars.close()[bar - 1];
    double atOpen = bars.openAt(bar) / before;
    double factor = factor(ratio, atOpen);
    boolean near = !Double.isNaN(factor);
    if (!near && Math.abs(StrictMath.log(ratio)) < LEAST) {
      return false;
    }
    double leap = leap(bars, bar);
    if (isTradedThrough(ratio, atOpen) || leap > TURNOVER_LEAP || (!near && Double.isNaN(leap))) {
      add(bars, bar, JUMP, ratio, GateAction.KEPT, "turnover " + times(leap), into);
      return false;
    }
    String rule = near ? SPLIT : SHIFT;
    if (mode == GateMode.STRICT) {
      add(bars, bar, rule, ratio, GateAction.SYMBOL_SET_ASIDE, "turnover " + times(leap), into);
      return true;
    }
    double scale = near ? factor : Double.isNaN(atOpen) ? ratio : atOpen;
    String detail = "turnover " + times(leap) + "; earlier prices times " + scale;
    add(bars, bar, rule, ratio, GateAction.MENDED, detail, into);
    bars.scaleBefore(bar, scale);
    return false;
  }

  /** Whether the open is not yet half of the way: splits and spin-offs come overnight. */
  private static boolean isTradedThrough(double ratio, double atOpen) {
    return Math.abs(StrictMath.log(atOpen)) < Math.abs(StrictMath.log(ratio)) / 2
        || (atOpen - 1) * (ratio - 1) < 0;
  }

  private static void add(
      PriceSeries bars,
      int bar,
      String rule,
      double ratio,
      GateAction action,
      String detail,
      SymbolFindings into) {
    String closes = "close " + bars.close()[bar - 1] + ", then " + bars.close()[bar];
    into.add(
        new GateFinding(rule, bars.days()[bar], 1, ratio, action, closes + ", " + detail), false);
  }

  private static String times(double leap) {
    return Double.isNaN(leap) ? "unknown" : Math.round(leap * 10) / 10.0 + " times the usual";
  }

  /** The factor that a jump is near to, as new price over old; NaN for none. */
  private static double factor(double ratio, double atOpen) {
    double nearest = Double.NaN;
    double distance = NEAR;
    for (double n : FACTORS) {
      for (double factor : new double[] {n, 1 / n}) {
        double byClose = Math.abs(StrictMath.log(ratio / factor));
        double byOpen = Double.isNaN(atOpen) ? byClose : Math.abs(StrictMath.log(atOpen / factor));
        if (Math.min(byClose, byOpen) <= distance) {
          distance = Math.min(byClose, byOpen);
          nearest = factor;
        }
      }
    }
    return nearest;
  }

  /** A day's turnover in money to the median of the bars before; NaN where it is not known. */
  private static double leap(PriceSeries bars, int bar) {
    if (bars.volume() == null || !(bars.volume()[bar] > 0)) {
      return Double.NaN;
    }
    double[] before = new double[TURNOVER_BARS];
    int count = 0;
    for (int i = Math.max(0, bar - TURNOVER_BARS); i < bar; i++) {
      double turnover = bars.volume()[i] * bars.close()[i];
      if (turnover > 0) {
        before[count++] = turnover;
      }
    }
    return count == 0
        ? Double.NaN
        : bars.volume()[bar] * bars.close()[bar] / PriceSeries.median(before, count);
  }
}
