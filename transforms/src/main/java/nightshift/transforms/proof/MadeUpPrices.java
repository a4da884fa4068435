package nightshift.transforms.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.strategy.Strategy;

/**
 * Random walks to try strategies on, the same on every machine: symbols share a market, half of
 * them have a way of their own, all have noise that fades, so that there are trends, reversals and
 * close companions. Of every four symbols one lacks a day in a hundred, one is listed late, and one
 * ends early; one open in twenty is missing.
 */
final class MadeUpPrices {
  private static final int SYMBOLS = 24;
  private static final int FIRST_EPOCH_DAY = 10_957; // 2000-01-01
  private static final long SEED = 20_000_101;

  private final Random random = new Random(SEED);
  private final int days;

  private MadeUpPrices(int days) {
    this.days = days;
  }

  /** A sample with twice the history that a strategy says it needs. */
  static Sample forStrategy(Strategy strategy) {
    return Sample.of(
        "made-up prices", new MadeUpPrices(Sample.daysFor(2 * strategy.warmUp())).panel());
  }

  private Panel panel() {
    double[] market = walk();
    List<SymbolBars> symbols = new ArrayList<>();
    for (int i = 0; i < SYMBOLS; i++) {
      symbols.add(symbol(i, market));
    }
    return new Panel(IntStream.range(FIRST_EPOCH_DAY, FIRST_EPOCH_DAY + days).toArray(), symbols);
  }

  /** The logarithm of a price, in calm and in wild times. */
  private double[] walk() {
    double[] walk = new double[days];
    double daily = 0.01;
    for (int d = 1; d < days; d++) {
      if (random.nextInt(60) == 0) {
        daily = 0.005 + 0.015 * random.nextDouble();
      }
      walk[d] = walk[d - 1] + 0.0003 + daily * random.nextGaussian();
    }
    return walk;
  }

  private SymbolBars symbol(int i, double[] market) {
    double[] own = i % 2 == 0 ? walk() : new double[days];
    int[] present = IntStream.range(0, days).filter(d -> hasBar(i, d)).toArray();
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      columns.put(column, new double[present.length]);
    }
    double noise = 0;
    for (int t = 0; t < present.length; t++) {
      int day = present[t];
      noise = 0.95 * noise + 0.01 * random.nextGaussian();
      double close = 50 * StrictMath.exp(market[day] + own[day] + noise);
      double open = close * (1 + 0.005 * random.nextGaussian());
      columns.get(Column.OPEN)[t] = random.nextInt(20) == 0 ? Double.NaN : open;
      columns.get(Column.HIGH)[t] = Math.max(open, close) * (1 + 0.005 * random.nextDouble());
      columns.get(Column.LOW)[t] = Math.min(open, close) * (1 - 0.005 * random.nextDouble());
      columns.get(Column.CLOSE)[t] = close;
      columns.get(Column.VOLUME)[t] = 1000 + random.nextInt(100_000);
    }
    return new SymbolBars("S" + (100 + i), present, columns);
  }

  private boolean hasBar(int i, int day) {
    return switch (i % 4) {
      case 1 -> random.nextInt(100) > 0;
      case 2 -> day >= days / 8 * (i / 4 % 4 + 1);
      case 3 -> i % 8 != 7 || day < days - 60 - 20 * (i / 8);
      default -> true;
    };
  }
}
