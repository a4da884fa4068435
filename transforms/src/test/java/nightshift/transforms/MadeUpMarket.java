package nightshift.transforms;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SplittableRandom;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;
import nightshift.io.market.MarketException;

/** Writes small markets of random walks for tests. */
final class MadeUpMarket {
  private MadeUpMarket() {}

  /** Symbols S00, S01, ... with a bar on each weekday from one date to another, inclusive. */
  static void write(Path target, int symbols, LocalDate from, LocalDate to) throws MarketException {
    try (MarketWriter writer = MarketWriter.to(target)) {
      for (int i = 0; i < symbols; i++) {
        writer.write(bars(String.format("S%02d", i), i, from, to));
      }
      writer.commit();
    }
  }

  static SymbolBars bars(String symbol, long seed, LocalDate from, LocalDate to) {
    int[] days =
        from.datesUntil(to.plusDays(1))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .mapToInt(day -> (int) day.toEpochDay())
            .toArray();
    SplittableRandom random = new SplittableRandom(seed);
    double[] open = new double[days.length];
    double[] high = new double[days.length];
    double[] low = new double[days.length];
    double[] close = new double[days.length];
    double[] volume = new double[days.length];
    double price = 50 + seed;
    for (int i = 0; i < days.length; i++) {
      open[i] = price * (1 + 0.01 * (random.nextDouble() - 0.5));
      close[i] = open[i] * (1 + 0.04 * (random.nextDouble() - 0.49));
      high[i] = Math.max(open[i], close[i]) * 1.005;
      low[i] = Math.min(open[i], close[i]) * 0.995;
      volume[i] = 1000;
      price = close[i];
    }
    return new SymbolBars(symbol, days, open, high, low, close, volume, null);
  }
}
