package nightshift.io.gate;

import java.util.BitSet;

/**
 * {@code long_gap}: more than 45 calendar days without a bar. After more than 180 days the name may
 * be another company's, and no indicator should look across: the bars before are set aside. The
 * strict gate does so after any long gap. The value is the number of days from bar to bar.
 */
final class LongGaps {
  static final String RULE = "long_gap";

  private static final int LONG = 45;
  private static final int LONGEST = 180;

  private LongGaps() {}

  static void apply(PriceSeries bars, GateMode mode, SymbolFindings into) {
    int first = 0;
    int most = mode == GateMode.STRICT ? LONG : LONGEST;
    for (int bar = 1; bar < bars.size(); bar++) {
      int days = bars.days()[bar] - bars.days()[bar - 1];
      if (days > LONG) {
        boolean cut = days > most;
        into.add(
            new GateFinding(
                RULE,
                bars.days()[bar],
                cut ? bar - first : 0,
                days,
                cut ? GateAction.BARS_SET_ASIDE : GateAction.KEPT,
                days + " days after the bar before"),
            false);
        first = cut ? bar : first;
      }
    }
    BitSet gone = new BitSet();
    gone.set(0, first);
    bars.remove(gone);
  }
}
