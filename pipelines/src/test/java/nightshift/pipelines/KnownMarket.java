package nightshift.pipelines;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;
import nightshift.io.market.MarketException;

/**
 * Markets of which it is known whether there is anything to be found in them. Each has {@value
 * #SYMBOLS} symbols with a bar on every weekday of six years, three of which are training for the
 * first fold.
 */
final class KnownMarket {
  static final int SYMBOLS = 20;
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2015, 12, 31);
  private static final double NOISE = 0.012;

  /** What moves prices, besides chance. */
  enum Kind {
    /** Nothing. */
    WALK,
    /** The same drift and the same market swings for all, 13 % a year. */
    DRIFT,
    /** Each symbol for itself goes up for some months, then down. */
    TREND,
    /** Each symbol for itself strays from its price and comes back within days. */
    REVERSION
  }

  /** What a day does to a price, as logarithms: to the open, from there to the close. */
  private record Step(double gap, double move, double above, double below) {}

  private KnownMarket() {}

  /** Writes a market. */
  static void write(Path folder, Kind kind, long seed) throws MarketException {
    write(folder, kind, seed, false);
  }

  /** Writes a market with the same days in another order, the same for all symbols. */
  static void writeShuffled(Path folder, Kind kind, long seed) throws MarketException {
    write(folder, kind, seed, true);
  }

  private static void write(Path folder, Kind kind, long seed, boolean shuffled)
      throws MarketException {
    int[] days =
        FIRST
            .datesUntil(LAST.plusDays(1))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .mapToInt(day -> (int) day.toEpochDay())
            .toArray();
    Random random = new Random(seed);
    double[] market = new double[days.length];
    for (int day = 0; day < days.length; day++) {
      market[day] = kind == Kind.DRIFT ? 0.0005 + 0.008 * random.nextGaussian() : 0;
    }
    int[] order = order(days.length, shuffled ? new Random(~seed) : null);
    try (MarketWriter writer = MarketWriter.to(folder)) {
      for (int i = 0; i < SYMBOLS; i++) {
        Step[] steps = steps(kind, market, new Random(1000 * seed + i));
        writer.write(bars(String.format("S%02d", i), days, steps, order));
      }
      writer.commit();
    }
  }

  private static int[] order(int days, Random random) {
    int[] order = new int[days];
    for (int i = 0; i < days; i++) {
      int other = random == null ? i : random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private static Step[] steps(Kind kind, double[] market, Random random) {
    Step[] steps = new Step[market.length];
    double trend = 0;
    double off = 0;
    for (int day = 0; day < steps.length; day++) {
      double known = market[day];
      if (kind == Kind.TREND) {
        trend = 0.985 * trend + Math.sqrt(1 - 0.985 * 0.985) * 0.002 * random.nextGaussian();
        known += trend;
      } else if (kind == Kind.REVERSION) {
        double next = 0.8 * off + 0.02 * random.nextGaussian();
        known += next - off;
        off = next;
      }
      double gap = 0.3 * NOISE * random.nextGaussian();
      double move = known + 0.95 * NOISE * random.nextGaussian();
      steps[day] = new Step(gap, move, 0.004 * random.nextDouble(), 0.004 * random.nextDouble());
    }
    return steps;
  }

  private static SymbolBars bars(String symbol, int[] days, Step[] steps, int[] order) {
    double[] open = new double[days.length];
    double[] high = new double[days.length];
    double[] low = new double[days.length];
    double[] close = new double[days.length];
    double[] volume = new double[days.length];
    double price = Math.log(100);
    for (int day = 0; day < days.length; day++) {
      Step step = steps[order[day]];
      double opened = price + step.gap();
      price = opened + step.move();
      open[day] = Math.exp(opened);
      close[day] = Math.exp(price);
      high[day] = Math.exp(Math.max(opened, price) + step.above());
      low[day] = Math.exp(Math.min(opened, price) - step.below());
      volume[day] = 1000;
    }
    return new SymbolBars(symbol, days, open, high, low, close, volume, null);
  }
}
