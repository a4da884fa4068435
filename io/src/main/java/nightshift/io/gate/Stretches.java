package nightshift.io.gate;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Rules about bars in a row. {@code flat_stretch}: ten bars or more that repeat the price before,
 * without any range, and {@code stale_tail}, five or more at the end: nobody could trade, or it was
 * filled in; set aside. {@code zero_volume}: ten bars or more without volume, of a symbol that
 * usually has one; set aside by the strict gate. {@code missing_open}: bars without an open; set
 * aside by the strict gate. The value is the number of bars.
 */
final class Stretches {
  static final String FLAT = "flat_stretch";
  static final String TAIL = "stale_tail";
  static final String VOLUME = "zero_volume";
  static final String OPEN = "missing_open";

  private static final int LEAST_FLAT = 10;
  private static final int LEAST_TAIL = 5;
  private static final int LEAST_VOLUME = 10;

  private Stretches() {}

  static void missingOpens(PriceSeries bars, GateMode mode, SymbolFindings into) {
    if (bars.open() == null) {
      return;
    }
    boolean strict = mode == GateMode.STRICT;
    BitSet gone = new BitSet();
    visit(
        bars.size(),
        bar -> Double.isNaN(bars.open()[bar]),
        (from, to) -> {
          GateAction action = strict ? GateAction.BARS_SET_ASIDE : GateAction.KEPT;
          add(bars, OPEN, from, to, action, "the open is missing or not positive", strict, into);
          gone.set(from, to);
        });
    if (strict) {
      bars.remove(gone);
    }
  }

  static void flat(PriceSeries bars, SymbolFindings into) {
    BitSet gone = new BitSet();
    visit(
        bars.size(),
        bar -> isFlat(bars, bar),
        (from, to) -> {
          boolean tail = to == bars.size();
          if (to - from >= (tail ? LEAST_TAIL : LEAST_FLAT)) {
            String detail = "all prices are " + bars.close()[from];
            String rule = tail ? TAIL : FLAT;
            add(bars, rule, from, to, GateAction.BARS_SET_ASIDE, detail, true, into);
            gone.set(from, to);
          }
        });
    bars.remove(gone);
  }

  private static boolean isFlat(PriceSeries bars, int bar) {
    double close = bars.close()[bar];
    return bar > 0
        && close == bars.close()[bar - 1]
        && (bars.open() == null || Double.isNaN(bars.open()[bar]) || bars.open()[bar] == close)
        && (bars.high() == null || bars.high()[bar] == close)
        && (bars.low() == null || bars.low()[bar] == close);
  }

  static void zeroVolume(PriceSeries bars, GateMode mode, SymbolFindings into) {
    double[] volume = bars.volume();
    if (volume == null || !usuallyHasVolume(volume)) {
      return;
    }
    boolean strict = mode == GateMode.STRICT;
    BitSet gone = new BitSet();
    visit(
        bars.size(),
        bar -> !(volume[bar] > 0),
        (from, to) -> {
          if (to - from >= LEAST_VOLUME) {
            GateAction action = strict ? GateAction.BARS_SET_ASIDE : GateAction.KEPT;
            add(bars, VOLUME, from, to, action, "no volume", strict, into);
            gone.set(from, to);
          }
        });
    if (strict) {
      bars.remove(gone);
    }
  }

  private static boolean usuallyHasVolume(double[] volume) {
    int with = 0;
    for (double one : volume) {
      if (one > 0) {
        with++;
      }
    }
    return with > volume.length / 2;
  }

  private static void add(
      PriceSeries bars,
      String rule,
      int from,
      int to,
      GateAction action,
      String detail,
      boolean counts,
      SymbolFindings into) {
    into.add(
        new GateFinding(rule, bars.days()[from], to - from, to - from, action, detail), counts);
  }

  private interface Stretch {
    void take(int from, int to);
  }

  /**
   * Visits the longest runs of bars of a kind, each from its first bar to the one after its last.
   */
  private static void visit(int size, IntPredicate kind, Stretch stretch) {
    int from = 0;
    while (from < size) {
      int to = from;
      while (to < size && kind.test(to)) {
        to++;
      }
      if (to > from) {
        stretch.take(from, to);
      }
      from = to + 1;
    }
  }
}
