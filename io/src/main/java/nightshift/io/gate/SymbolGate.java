package nightshift.io.gate;

import java.util.List;

/** Takes one symbol's bars through the rules that need no other symbol. */
public final class SymbolGate {
  static final String UNRELIABLE = "unreliable";

  /** Which share of bad bars makes the whole symbol bad. */
  private static final double MOST_BAD = 0.25;

  private static final double MOST_BAD_STRICT = 0.05;

  /** How many jumps that had to be mended make the whole symbol bad. */
  private static final int MOST_SHIFTS = 5;

  private SymbolGate() {}

  /**
   * What came of it.
   *
   * @param bars what is left of a symbol that is not set aside
   * @param findings by rule and day
   * @param setAside whether the symbol fails as a whole
   */
  public record Examined(PriceSeries bars, List<GateFinding> findings, boolean setAside) {}

  /**
   * Examines a symbol.
   *
   * @param bars may be changed
   * @param lost how many rows the reader had to leave out already
   */
  public static Examined examine(PriceSeries bars, long lost, GateMode mode) {
    if (mode == GateMode.OFF || bars.size() == 0) {
      return new Examined(bars, List.of(), false);
    }
    int size = bars.size();
    SymbolFindings findings = new SymbolFindings();
    Brackets.find(bars, mode, findings);
    Stretches.missingOpens(bars, mode, findings);
    Spikes.apply(bars, mode, findings);
    Brackets.settle(bars, mode);
    boolean setAside = LevelShifts.apply(bars, mode, findings);
    Stretches.flat(bars, findings);
    Stretches.zeroVolume(bars, mode, findings);
    LongGaps.apply(bars, mode, findings);
    setAside |= isUnreliable(size, lost, mode, findings);
    return new Examined(bars, findings.list(), setAside);
  }

  private static boolean isUnreliable(int size, long lost, GateMode mode, SymbolFindings findings) {
    double bad = (findings.badBars() + lost) / (double) (size + lost);
    int shifts = findings.count(LevelShifts.SPLIT) + findings.count(LevelShifts.SHIFT);
    String reason;
    if (bad > (mode == GateMode.STRICT ? MOST_BAD_STRICT : MOST_BAD)) {
      reason = Math.round(bad * 100) + " % of its bars are bad";
    } else if (shifts > MOST_SHIFTS) {
      reason = "its prices change their level " + shifts + " times or more";
    } else {
      return false;
    }
    findings.add(
        new GateFinding(
            UNRELIABLE, GateFinding.WHOLE_SYMBOL, size, bad, GateAction.SYMBOL_SET_ASIDE, reason),
        false);
    return true;
  }
}
