package nightshift.io.gate;

import java.util.BitSet;

/**
 * Prints that are off by a factor and come back. {@code price_spike}: the close, of one bar or up
 * to three; the bars are set aside, for what was paid on such a day is not known. {@code
 * open_spike}: the open alone; it is taken out, and what is bought that day is bought at the close.
 * {@code high_low_spike}: the high or the low alone; it becomes the larger or smaller of open and
 * close. The value is the factor.
 *
 * <p>A real fall and recovery is traded through: a print is taken for wrong when nothing was traded
 * between it and the level before, or when the factor is too large to be real.
 */
final class Spikes {
  static final String CLOSE = "price_spike";
  static final String OPEN = "open_spike";
  static final String RANGE = "high_low_spike";

  /** The least factor, as a logarithm. */
  private static final double LEAST = StrictMath.log(1.25);

  /** From here on the bar's other prices need not agree; opens, highs and lows alone need it. */
  private static final double LARGE = StrictMath.log(1.5);

  /** From here on it does not matter what was traded in between. */
  private static final double HUGE = StrictMath.log(1.9);

  /** How many times the typical daily move it must be: what moves a lot spikes really. */
  private static final double TYPICAL_MOVES = 10;

  /** Which share of the spike may be left when it is over. */
  private static final double LEFT = 0.25;

  /** How many bars a spike lasts at most. */
  private static final int LONGEST = 3;

  private static final int AROUND = 30;

  private Spikes() {}

  /** Finds spikes, mends what can be mended, and takes out the rest. */
  static void apply(PriceSeries bars, GateMode mode, SymbolFindings into) {
    BitSet gone = closes(bars, into);
    if (bars.open() != null) {
      opens(bars, mode, gone, into);
    }
    if (bars.high() != null && bars.low() != null) {
      ranges(bars, mode, gone, into);
    }
    bars.remove(gone);
  }

  private static double log(double ratio) {
    return StrictMath.log(ratio);
  }

  private static BitSet closes(PriceSeries bars, SymbolFindings into) {
    BitSet gone = new BitSet();
    double[] close = bars.close();
    for (int bar = 1; bar + 1 < bars.size(); bar++) {
      double ratio = close[bar] / close[bar - 1];
      if (ratio > 0.8 && ratio < 1.25) {
        continue;
      }
      int length = length(bars, bar, log(ratio));
      if (length > 0) {
        gone.set(bar, bar + length);
        into.add(
            new GateFinding(
                CLOSE,
                bars.days()[bar],
                length,
                ratio,
                GateAction.BARS_SET_ASIDE,
                "close "
                    + close[bar - 1]
                    + ", then "
                    + close[bar]
                    + ", then "
                    + close[bar + length]),
            true);
        bar += length;
      }
    }
    return gone;
  }

  /** How many bars the spike that begins with a bar lasts; 0 when it is none. */
  private static int length(PriceSeries bars, int bar, double jump) {
    double size = Math.abs(jump);
    if (size < LEAST || size < TYPICAL_MOVES * bars.typicalMove(bar, AROUND, AROUND)) {
      return 0;
    }
    if (size < HUGE && isTradedThrough(bars, bar, jump)) {
      return 0;
    }
    double before = bars.close()[bar - 1];
    for (int length = 1; length <= LONGEST && bar + length < bars.size(); length++) {
      double left = log(bars.close()[bar + length] / before);
      if (Math.abs(left) <= LEFT * size) {
        return length;
      }
      if (left * jump < 0 || Math.abs(left) < size / 2) {
        return 0;
      }
    }
    return 0;
  }

  /** Whether the bar reaches back more than half of the way to the close before. */
  private static boolean isTradedThrough(PriceSeries bars, int bar, double jump) {
    if (Brackets.isBroken(bars, bar)) {
      return false;
    }
    double nearest = jump > 0 ? bars.bottom(bar) : bars.top(bar);
    if (bars.high() != null && bars.low() != null) {
      nearest = jump > 0 ? bars.low()[bar] : bars.high()[bar];
    }
    return Math.abs(log(nearest / bars.close()[bar - 1])) < Math.abs(jump) / 2;
  }

  private static void opens(PriceSeries bars, GateMode mode, BitSet gone, SymbolFindings into) {
    double[] close = bars.close();
    int before = -1;
    for (int bar = 0; bar < bars.size(); bar++) {
      if (gone.get(bar)) {
        continue;
      }
      if (before >= 0 && isOff(bars.open()[bar] / close[before], bars.open()[bar] / close[bar])) {
        open(bars, bar, before, mode, gone, into);
      }
      before = bar;
    }
  }

  private static boolean isOff(double toBefore, double toClose) {
    return (toBefore >= 1.25 && toClose >= 1.25) || (toBefore <= 0.8 && toClose <= 0.8);
  }

  private static void open(
      PriceSeries bars, int bar, int before, GateMode mode, BitSet gone, SymbolFindings into) {
    double open = bars.open()[bar];
    double close = bars.close()[bar];
    double size = Math.min(Math.abs(log(open / bars.close()[before])), Math.abs(log(open / close)));
    double least = Brackets.isBroken(bars, bar) ? LEAST : LARGE;
    if (size < least
        || size < TYPICAL_MOVES * bars.typicalMove(bar, AROUND, AROUND)
        || Math.abs(log(close / bars.close()[before])) > LEFT * size) {
      return;
    }
    into.add(
        new GateFinding(
            OPEN,
            bars.days()[bar],
            1,
            open / bars.close()[before],
            mended(mode),
            "open " + open + " between closes " + bars.close()[before] + " and " + close),
        true);
    if (mode == GateMode.STRICT) {
      gone.set(bar);
      return;
    }
    bars.open()[bar] = Double.NaN;
    if (bars.high() != null && bars.high()[bar] >= open && open > close) {
      bars.high()[bar] = close;
    }
    if (bars.low() != null && bars.low()[bar] <= open && open < close) {
      bars.low()[bar] = close;
    }
  }

  private static void ranges(PriceSeries bars, GateMode mode, BitSet gone, SymbolFindings into) {
    for (int bar = 0; bar < bars.size(); bar++) {
      double up = bars.high()[bar] / bars.top(bar);
      double down = bars.bottom(bar) / bars.low()[bar];
      double factor = Math.max(up, down);
      if (gone.get(bar)
          || factor < 2
          || log(factor) < TYPICAL_MOVES * bars.typicalMove(bar, AROUND, AROUND)) {
        continue;
      }
      into.add(
          new GateFinding(
              RANGE,
              bars.days()[bar],
              1,
              up >= 2 ? up : 1 / down,
              mended(mode),
              "high "
                  + bars.high()[bar]
                  + ", low "
                  + bars.low()[bar]
                  + ", close "
                  + bars.close()[bar]),
          true);
      if (mode == GateMode.STRICT) {
        gone.set(bar);
        continue;
      }
      if (up >= 2) {
        bars.high()[bar] = bars.top(bar);
      }
      if (down >= 2) {
        bars.low()[bar] = bars.bottom(bar);
      }
    }
  }

  private static GateAction mended(GateMode mode) {
    return mode == GateMode.STRICT ? GateAction.BARS_SET_ASIDE : GateAction.MENDED;
  }
}
