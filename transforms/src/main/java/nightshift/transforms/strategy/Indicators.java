package nightshift.transforms.strategy;

import nightshift.transforms.indicator.Averages;
import nightshift.transforms.indicator.Deviations;
import nightshift.transforms.indicator.Extremes;
import nightshift.transforms.indicator.Wilder;

/**
 * Indicators of one symbol's bars, each computed once for all candidates that ask with the same
 * parameter: a strategy reads {@code double[] fast = sma(bars, values.integer(FAST))}. The arrays
 * are shared: read only. What they mean, and from which bar on, stands with the functions behind
 * them in {@link nightshift.transforms.indicator}.
 */
public final class Indicators {
  private Indicators() {}

  private record Key(String indicator, int n) {}

  /** Simple moving average of the close; needs {@code CLOSE}. */
  public static double[] sma(Bars bars, int n) {
    return bars.memo(new Key("sma", n), b -> Averages.sma(b.close(), b.length(), n));
  }

  /** Population standard deviation of the close; needs {@code CLOSE}. */
  public static double[] standardDeviation(Bars bars, int n) {
    return bars.memo(
        new Key("standard deviation", n),
        b -> Deviations.standardDeviation(b.close(), b.length(), n));
  }

  /** Annualised volatility of n daily returns; needs {@code CLOSE}. */
  public static double[] volatility(Bars bars, int n) {
    return bars.memo(
        new Key("volatility", n), b -> Deviations.volatility(b.close(), b.length(), n));
  }

  /** Wilder's relative strength index of the close, 0 to 100; needs {@code CLOSE}. */
  public static double[] rsi(Bars bars, int n) {
    return bars.memo(new Key("rsi", n), b -> Wilder.rsi(b.close(), b.length(), n));
  }

  /** Wilder's average true range; needs {@code HIGH}, {@code LOW} and {@code CLOSE}. */
  public static double[] atr(Bars bars, int n) {
    return bars.memo(
        new Key("atr", n), b -> Wilder.atr(b.high(), b.low(), b.close(), b.length(), n));
  }

  /** Highest close of n bars, this one included; needs {@code CLOSE}. */
  public static double[] highestClose(Bars bars, int n) {
    return bars.memo(new Key("highest close", n), b -> Extremes.highest(b.close(), b.length(), n));
  }

  /** Highest high of n bars, this one included; needs {@code HIGH}. */
  public static double[] highestHigh(Bars bars, int n) {
    return bars.memo(new Key("highest high", n), b -> Extremes.highest(b.high(), b.length(), n));
  }

  /** Lowest low of n bars, this one included; needs {@code LOW}. */
  public static double[] lowestLow(Bars bars, int n) {
    return bars.memo(new Key("lowest low", n), b -> Extremes.lowest(b.low(), b.length(), n));
  }
}
