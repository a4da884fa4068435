package nightshift.testdata;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nightshift.io.load.SymbolBars;

/**
 * The handful of rows that are wrong in the way real data is wrong. Each blemish falls on the
 * symbol with a given number, at a given share of its bars.
 *
 * @param rule what is wrong, as the README's table calls it
 */
record Dirt(String rule, int number, double at, Blemish blemish) {

  /** Spoils the bars, from the given index on. */
  interface Blemish {
    SymbolBars spoil(SymbolBars bars, int index);
  }

  static final List<Dirt> ALL =
      List.of(
          new Dirt("open is 0", 1, 0.30, Dirt::zeroOpen),
          new Dirt("open is 0 for 60 bars", 2, 0.0, Dirt::zeroOpens),
          new Dirt("close is empty", 4, 0.55, Dirt::emptyClose),
          new Dirt("high is below low", 5, 0.40, Dirt::swappedRange),
          new Dirt("close and high times 100", 8, 0.70, Dirt::hundredfold),
          new Dirt("date is there twice", 10, 0.62, Dirt::duplicate),
          new Dirt("4-for-1 split not adjusted", 12, 0.50, Dirt::split),
          new Dirt("volume is empty", 14, 0.20, Dirt::emptyVolume));

  /** Index of the first spoilt bar. */
  int indexIn(SymbolBars bars) {
    return (int) (at * bars.size());
  }

  LocalDate dateIn(SymbolBars bars) {
    return LocalDate.ofEpochDay(bars.days()[indexIn(bars)]);
  }

  /** The bars with the blemish of this symbol, if it has one. May change the given arrays. */
  static SymbolBars on(int number, SymbolBars bars) {
    SymbolBars spoilt = bars;
    for (Dirt dirt : ALL) {
      if (dirt.number == number) {
        spoilt = dirt.blemish.spoil(spoilt, dirt.indexIn(bars));
      }
    }
    return spoilt;
  }

  private static SymbolBars zeroOpen(SymbolBars bars, int index) {
    bars.open()[index] = 0;
    return bars;
  }

  private static SymbolBars zeroOpens(SymbolBars bars, int index) {
    Arrays.fill(bars.open(), index, Math.min(index + 60, bars.size()), 0);
    return bars;
  }

  private static SymbolBars emptyClose(SymbolBars bars, int index) {
    bars.close()[index] = Double.NaN;
    return bars;
  }

  private static SymbolBars emptyVolume(SymbolBars bars, int index) {
    bars.volume()[index] = Double.NaN;
    return bars;
  }

  private static SymbolBars swappedRange(SymbolBars bars, int index) {
    double high = bars.high()[index];
    bars.high()[index] = bars.low()[index];
    bars.low()[index] = high;
    return bars;
  }

  private static SymbolBars hundredfold(SymbolBars bars, int index) {
    bars.close()[index] *= 100;
    bars.high()[index] *= 100;
    return bars;
  }

  private static SymbolBars split(SymbolBars bars, int index) {
    for (int bar = index; bar < bars.size(); bar++) {
      for (double[] prices : new double[][] {bars.open(), bars.high(), bars.low(), bars.close()}) {
        prices[bar] = Math.rint(prices[bar] * 25) / 100;
      }
      bars.volume()[bar] *= 4;
    }
    return bars;
  }

  /** The first of the two is a provisional one, whose close is still the open. */
  private static SymbolBars duplicate(SymbolBars bars, int index) {
    int[] order =
        IntStream.range(0, bars.size() + 1).map(bar -> bar <= index ? bar : bar - 1).toArray();
    double[] close = picked(bars.close(), order);
    close[index] = bars.open()[index];
    return new SymbolBars(
        bars.symbol(),
        IntStream.of(order).map(bar -> bars.days()[bar]).toArray(),
        picked(bars.open(), order),
        picked(bars.high(), order),
        picked(bars.low(), order),
        close,
        picked(bars.volume(), order),
        null);
  }

  private static double[] picked(double[] values, int[] order) {
    return IntStream.of(order).mapToDouble(bar -> values[bar]).toArray();
  }
}
