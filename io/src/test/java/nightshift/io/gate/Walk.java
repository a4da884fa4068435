package nightshift.io.gate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A clean series to spoil: a small walk on weekdays, with the same turnover every day. */
final class Walk {
  final int[] days;
  final double[] open;
  final double[] high;
  final double[] low;
  final double[] close;
  final double[] volume;

  /**
   * @param most how far a close is from the one before at most, as a fraction
   */
  Walk(int bars, long seed, double most) {
    days =
        LocalDate.of(2017, 1, 2)
            .datesUntil(LocalDate.of(2030, 1, 1))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .limit(bars)
            .mapToInt(day -> (int) day.toEpochDay())
            .toArray();
    open = new double[bars];
    high = new double[bars];
    low = new double[bars];
    close = new double[bars];
    volume = new double[bars];
    SplittableRandom random = new SplittableRandom(seed);
    double price = 100;
    for (int bar = 0; bar < bars; bar++) {
      open[bar] = price;
      close[bar] = price * (1 + most * (2 * random.nextDouble() - 1));
      high[bar] = Math.max(open[bar], close[bar]) * 1.001;
      low[bar] = Math.min(open[bar], close[bar]) / 1.001;
      volume[bar] = 1e6 / close[bar];
      price = close[bar];
    }
  }

  /** 200 bars that move by less than a hundredth. */
  static Walk calm() {
    return new Walk(200, 1, 0.01);
  }

  /** One price all day. */
  Walk set(int bar, double price) {
    prices().forEach(prices -> prices[bar] = price);
    return this;
  }

  /** From a bar on, prices are multiplied; the first of them is the close before, multiplied. */
  Walk shift(int bar, double factor) {
    double before = close[bar - 1];
    prices().forEach(prices -> scale(prices, bar, factor));
    set(bar, before * factor);
    scale(volume, bar, 1 / factor);
    volume[bar] = 1e6 / close[bar];
    return this;
  }

  /** From a bar on, this many bars repeat the close before. */
  Walk flat(int bar, int bars) {
    prices().forEach(prices -> Arrays.fill(prices, bar, bar + bars, close[bar - 1]));
    return this;
  }

  /** From a bar on, days are later. */
  Walk later(int bar, int more) {
    for (int i = bar; i < days.length; i++) {
      days[i] += more;
    }
    return this;
  }

  private Stream<double[]> prices() {
    return Stream.of(open, high, low, close);
  }

  private static void scale(double[] values, int from, double factor) {
    for (int i = from; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  PriceSeries series() {
    return new PriceSeries(
        days.clone(), open.clone(), high.clone(), low.clone(), close.clone(), volume.clone());
  }

  SymbolGate.Examined repaired() {
    return SymbolGate.examine(series(), 0, GateMode.REPAIR);
  }

  SymbolGate.Examined strict() {
    return SymbolGate.examine(series(), 0, GateMode.STRICT);
  }
}
