package nightshift.transforms.strategy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;

/**
 * Random walks with a common factor, each symbol with its own share of noise that fades, so that
 * some go side by side; with changing volatility, and on wish with holes, late listings, early ends
 * and missing opens.
 */
public final class RandomPrices {
  private final Random random;
  private final int days;
  private final boolean gaps;

  private RandomPrices(long seed, int days, boolean gaps) {
    this.random = new Random(seed);
    this.days = days;
    this.gaps = gaps;
  }

  /** Every symbol has a bar on every day. */
  public static Panel whole(long seed, int symbols, int days) {
    return new RandomPrices(seed, days, false).panel(symbols);
  }

  /**
   * Of every four symbols the first is whole; the second lacks one day in a hundred, the third is
   * listed late, and the fourth ends early.
   */
  public static Panel withGaps(long seed, int symbols, int days) {
    return new RandomPrices(seed, days, true).panel(symbols);
  }

  private Panel panel(int symbols) {
    double[] market = walk(0.01);
    List<SymbolBars> bars = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      bars.add(symbol(i, market));
    }
    return new Panel(IntStream.range(18262, 18262 + days).toArray(), bars);
  }

  /** The logarithm of a price. */
  private double[] walk(double daily) {
    double[] walk = new double[days];
    for (int d = 1; d < days; d++) {
      double calm = 1 + 0.7 * Math.sin(d / 40.0);
      walk[d] = walk[d - 1] + 0.0003 + daily * calm * random.nextGaussian();
    }
    return walk;
  }

  private SymbolBars symbol(int i, double[] market) {
    double[] own = walk(i % 2 == 0 ? 0.012 : 0.0);
    int[] present = IntStream.range(0, days).filter(d -> isPresent(i, d)).toArray();
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      columns.put(column, new double[present.length]);
    }
    double noise = 0;
    for (int t = 0; t < present.length; t++) {
      int d = present[t];
      noise = 0.95 * noise + 0.008 * random.nextGaussian();
      double close = 50 * Math.exp(market[d] + own[d] + noise);
      double open = close * (1 + 0.005 * random.nextGaussian());
      columns.get(Column.OPEN)[t] = gaps && random.nextInt(20) == 0 ? Double.NaN : open;
      columns.get(Column.HIGH)[t] = Math.max(open, close) * (1 + 0.005 * random.nextDouble());
      columns.get(Column.LOW)[t] = Math.min(open, close) * (1 - 0.005 * random.nextDouble());
      columns.get(Column.CLOSE)[t] = close;
      columns.get(Column.VOLUME)[t] = 1000 + random.nextInt(1000);
    }
    return new SymbolBars(String.format("S%04d", i), present, columns);
  }

  private boolean isPresent(int i, int day) {
    if (!gaps) {
      return true;
    }
    return switch (i % 4) {
      case 1 -> random.nextInt(100) > 0;
      case 2 -> day >= days / 3;
      case 3 -> day < 4 * days / 5;
      default -> true;
    };
  }
}
