package nightshift.io.gate;

import java.util.BitSet;

/**
 * {@code not_bracketed}: a high below, or a low above, the open or the close. Mended with what the
 * bar itself says: the high becomes the highest of its four prices, the low the lowest. The value
 * is by which factor the bar is out of its bracket.
 */
final class Brackets {
  static final String RULE = "not_bracketed";

  /** Prices that were adjusted or stored as floats miss each other by less. */
  private static final double TOLERANCE = 1e-6;

  private Brackets() {}

  /** Whether a bar is out of its bracket; false where there are no highs and lows. */
  static boolean isBroken(PriceSeries bars, int bar) {
    return bars.high() != null && bars.low() != null && excess(bars, bar) > 1 + TOLERANCE;
  }

  private static double excess(PriceSeries bars, int bar) {
    double high = bars.high()[bar];
    double low = bars.low()[bar];
    return Math.max(bars.top(bar) / high, low / bars.bottom(bar));
  }

  /** Names the bars, before any rule has changed one. */
  static void find(PriceSeries bars, GateMode mode, SymbolFindings into) {
    for (int bar = 0; bar < bars.size(); bar++) {
      if (isBroken(bars, bar)) {
        into.add(
            new GateFinding(
                RULE,
                bars.days()[bar],
                1,
                excess(bars, bar),
                mode == GateMode.STRICT ? GateAction.BARS_SET_ASIDE : GateAction.MENDED,
                "open "
                    + bars.openAt(bar)
                    + ", high "
                    + bars.high()[bar]
                    + ", low "
                    + bars.low()[bar]
                    + ", close "
                    + bars.close()[bar]),
            true);
      }
    }
  }

  /** Mends the bars that are out of their bracket, or takes them out. */
  static void settle(PriceSeries bars, GateMode mode) {
    BitSet gone = new BitSet();
    for (int bar = 0; bar < bars.size(); bar++) {
      if (!isBroken(bars, bar)) {
        continue;
      }
      if (mode == GateMode.STRICT) {
        gone.set(bar);
        continue;
      }
      // A high and a low that were exchanged are the right ones.
      double high = Math.max(bars.high()[bar], bars.low()[bar]);
      double low = Math.min(bars.high()[bar], bars.low()[bar]);
      bars.high()[bar] = Math.max(high, bars.top(bar));
      bars.low()[bar] = Math.min(low, bars.bottom(bar));
    }
    bars.remove(gone);
  }
}
