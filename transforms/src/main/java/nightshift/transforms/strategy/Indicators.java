package nightshift.transforms.strategy;

import nightshift.transforms.indicator.Averages;
import nightshift.transforms.indicator.Deviations;
import nightshift.transforms.indicator.Extremes;
import nightshift.transforms.indicator.Wilder;
import nightshift.transforms.strategy.IndicatorMemo.Kind;

/**
 * Indicators of one symbol's bars, each computed once for all candidates that ask with the same
 * parameter: a strategy reads {@code double[] fast = sma(bars, values.integer(FAST))}. What they
 * mean stands with the functions behind them in {@link nightshift.transforms.indicator}.
 *
 * <p>The arrays are shared and lent: read only, and not kept after the strategy has returned. They
 * hold values from the bar before {@link Bars#first()} on, where so many bars have gone before, and
 * NaN up to there; at and above {@link Bars#length()} they hold anything.
 */
public final class Indicators {
  private Indicators() {}

  /** Simple moving average of the close; needs {@code CLOSE}. */
  public static double[] sma(Bars bars, int n) {
    if (n == 1) {
      return bars.close();
    }
    double[] known = bars.memo().get(Kind.SMA, n);
    if (known == null) {
      double[] sums = closeSums(bars);
      known = bars.memo().add(Kind.SMA, n);
      Averages.sma(sums, bars.earliest(), bars.length(), n, known);
    }
    return known;
  }

  private static double[] closeSums(Bars bars) {
    double[] known = bars.memo().get(Kind.CLOSE_SUMS, 0);
    if (known == null) {
      known = bars.memo().add(Kind.CLOSE_SUMS, 0);
      Averages.prefixSums(bars.close(), bars.length(), known);
    }
    return known;
  }

  /** Population standard deviation of the close; needs {@code CLOSE}. */
  public static double[] standardDeviation(Bars bars, int n) {
    double[] known = bars.memo().get(Kind.STANDARD_DEVIATION, n);
    if (known == null) {
      known = bars.memo().add(Kind.STANDARD_DEVIATION, n);
      Deviations.standardDeviation(bars.close(), 0, bars.earliest(), bars.length(), n, known);
    }
    return known;
  }

  /** Annualised volatility of n daily returns, n at least 2; needs {@code CLOSE}. */
  public static double[] volatility(Bars bars, int n) {
    double[] known = bars.memo().get(Kind.VOLATILITY, n);
    if (known == null) {
      double[] returns = returns(bars);
      known = bars.memo().add(Kind.VOLATILITY, n);
      int length = bars.length();
      Deviations.standardDeviation(
          returns, Math.min(1, length), Math.max(1, bars.earliest()), length, n, known);
      known[0] = Double.NaN;
      double scale = Deviations.yearly(n);
      for (int t = 0; t < length; t++) {
        known[t] *= scale;
      }
    }
    return known;
  }

  private static double[] returns(Bars bars) {
    double[] known = bars.memo().get(Kind.RETURNS, 0);
    if (known == null) {
      known = bars.memo().add(Kind.RETURNS, 0);
      Deviations.returns(bars.close(), bars.length(), known);
    }
    return known;
  }

  /**
   * The same for one bar, at next to no cost, for strategies that ask on few bars; needs {@code
   * CLOSE}. Taken from sums over all bars before: where a print was off by a factor of 100, the
   * tenth digit is uncertain from there on.
   *
   * @param t a bar below {@link Bars#length()}
   * @return NaN where fewer than n returns have gone before
   */
  public static double volatilityAt(Bars bars, int n, int t) {
    if (t < n) {
      return Double.NaN;
    }
    double[] sums = returnSums(bars);
    double[] squaredSums = squaredReturnSums(bars);
    double sum = sums[t] - sums[t - n];
    double squares = squaredSums[t] - squaredSums[t - n];
    return Math.sqrt(Math.max(0, squares - sum * sum / n) / n) * Deviations.yearly(n);
  }

  private static double[] returnSums(Bars bars) {
    double[] known = bars.memo().get(Kind.RETURN_SUMS, 0);
    if (known == null) {
      known = bars.memo().add(Kind.RETURN_SUMS, 0);
      Averages.prefixSums(returnsFromNothing(bars), bars.length(), known);
    }
    return known;
  }

  private static double[] squaredReturnSums(Bars bars) {
    double[] known = bars.memo().get(Kind.SQUARED_RETURN_SUMS, 0);
    if (known == null) {
      double[] returns = returnsFromNothing(bars);
      double[] squares = bars.memo().add(Kind.SQUARED_RETURNS, 0);
      for (int t = 0; t < bars.length(); t++) {
        squares[t] = returns[t] * returns[t];
      }
      known = bars.memo().add(Kind.SQUARED_RETURN_SUMS, 0);
      Averages.prefixSums(squares, bars.length(), known);
    }
    return known;
  }

  /** The daily returns, with 0 for the first bar. */
  private static double[] returnsFromNothing(Bars bars) {
    double[] known = bars.memo().get(Kind.RETURNS_FROM_NOTHING, 0);
    if (known == null) {
      known = bars.memo().add(Kind.RETURNS_FROM_NOTHING, 0);
      Deviations.returns(bars.close(), bars.length(), known);
      known[0] = 0;
    }
    return known;
  }

  /** Wilder's relative strength index of the close, 0 to 100; needs {@code CLOSE}. */
  public static double[] rsi(Bars bars, int n) {
    double[] known = bars.memo().get(Kind.RSI, n);
    if (known == null) {
      known = bars.memo().add(Kind.RSI, n);
      Wilder.rsi(bars.close(), 0, bars.length(), n, known);
    }
    return known;
  }

  /** Wilder's average true range; needs {@code HIGH}, {@code LOW} and {@code CLOSE}. */
  public static double[] atr(Bars bars, int n) {
    double[] known = bars.memo().get(Kind.ATR, n);
    if (known == null) {
      double[] range = trueRange(bars);
      known = bars.memo().add(Kind.ATR, n);
      Wilder.atr(range, bars.length(), n, known);
    }
    return known;
  }

  private static double[] trueRange(Bars bars) {
    double[] known = bars.memo().get(Kind.TRUE_RANGE, 0);
    if (known == null) {
      known = bars.memo().add(Kind.TRUE_RANGE, 0);
      Wilder.trueRange(bars.high(), bars.low(), bars.close(), bars.length(), known);
    }
    return known;
  }

  /** Highest close of n bars, this one included; needs {@code CLOSE}. */
  public static double[] highestClose(Bars bars, int n) {
    double[] known = bars.memo().get(Kind.HIGHEST_CLOSE, n);
    if (known == null) {
      double[] stretch = highest(bars, Kind.HIGHEST_CLOSE_STRETCH, Extremes.stretch(n));
      known = bars.memo().add(Kind.HIGHEST_CLOSE, n);
      Extremes.highest(stretch, bars.earliest(), bars.length(), n, known);
    }
    return known;
  }

  /** Highest high of n bars, this one included; needs {@code HIGH}. */
  public static double[] highestHigh(Bars bars, int n) {
    double[] known = bars.memo().get(Kind.HIGHEST_HIGH, n);
    if (known == null) {
      double[] stretch = highest(bars, Kind.HIGHEST_HIGH_STRETCH, Extremes.stretch(n));
      known = bars.memo().add(Kind.HIGHEST_HIGH, n);
      Extremes.highest(stretch, bars.earliest(), bars.length(), n, known);
    }
    return known;
  }

  /** The highest of a power of 2 of closes or highs, made of the one half as long. */
  private static double[] highest(Bars bars, Kind kind, int width) {
    if (width == 1) {
      return kind == Kind.HIGHEST_CLOSE_STRETCH ? bars.close() : bars.high();
    }
    double[] known = bars.memo().get(kind, width);
    if (known == null) {
      double[] half = highest(bars, kind, width / 2);
      known = bars.memo().add(kind, width);
      Extremes.highestOfTwice(half, width / 2, bars.length(), known);
    }
    return known;
  }

  /** Lowest low of n bars, this one included; needs {@code LOW}. */
  public static double[] lowestLow(Bars bars, int n) {
    double[] known = bars.memo().get(Kind.LOWEST_LOW, n);
    if (known == null) {
      double[] stretch = lowest(bars, Extremes.stretch(n));
      known = bars.memo().add(Kind.LOWEST_LOW, n);
      Extremes.lowest(stretch, bars.earliest(), bars.length(), n, known);
    }
    return known;
  }

  private static double[] lowest(Bars bars, int width) {
    if (width == 1) {
      return bars.low();
    }
    double[] known = bars.memo().get(Kind.LOWEST_LOW_STRETCH, width);
    if (known == null) {
      double[] half = lowest(bars, width / 2);
      known = bars.memo().add(Kind.LOWEST_LOW_STRETCH, width);
      Extremes.lowestOfTwice(half, width / 2, bars.length(), known);
    }
    return known;
  }
}
