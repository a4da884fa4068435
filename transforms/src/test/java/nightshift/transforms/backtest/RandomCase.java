package nightshift.transforms.backtest;

import java.util.Random;
import java.util.TreeMap;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategy.Scope;

/**
 * A market, a window and a script made from a seed: late listings, delistings, gaps, missing and
 * senseless opens, days without any bar, prints off by a factor of 100, turns, fractions.
 */
record RandomCase(Prices prices, Window window, Scripted strategy) {

  static RandomCase of(int seed, Scope scope) {
    Random random = new Random(seed);
    int days = 1 + random.nextInt(120);
    int symbols = 1 + random.nextInt(9);
    Prices prices = new Prices(days);
    for (int s = 0; s < symbols; s++) {
      symbol(prices, "S" + s, random);
    }
    int from = random.nextInt(days + 1);
    int to = from + random.nextInt(days - from + 1);
    double change = random.nextDouble();
    double most = scope == Scope.PANEL ? 1.0 / symbols : 1;
    return new RandomCase(
        prices,
        new Window(from, to),
        new Scripted(scope, (c, name, day) -> weight(c, name, day, change, most)));
  }

  private static void symbol(Prices prices, String name, Random random) {
    int listed = random.nextInt(3) == 0 ? random.nextInt(prices.days()) : 0;
    int delisted = random.nextInt(3) == 0 ? random.nextInt(prices.days() + 1) : prices.days();
    double gaps = random.nextInt(2) == 0 ? 0 : 0.2 * random.nextDouble();
    double badOpens = random.nextInt(2) == 0 ? 0 : 0.2 * random.nextDouble();
    double badPrints = random.nextInt(20) == 0 ? 0.02 : 0;
    double close = 100;
    prices.bars().put(name, new TreeMap<>());
    for (int day = listed; day < delisted; day++) {
      if (random.nextDouble() < gaps) {
        continue;
      }
      double open = close * Math.exp(0.02 * random.nextGaussian());
      close = open * Math.exp(0.02 * random.nextGaussian());
      double print = random.nextDouble() < badPrints ? 100 : 1;
      double[] bad = {Double.NaN, 0, -1};
      boolean missing = random.nextDouble() < badOpens;
      prices.bar(name, day, missing ? bad[random.nextInt(3)] : open, close * print);
    }
  }

  private static double weight(int candidate, String symbol, int day, double change, double most) {
    Random random = new Random(31L * (31L * candidate + symbol.hashCode()) + day);
    random.nextDouble();
    if (random.nextDouble() > change) {
      return Double.NaN;
    }
    double[] weights = {0, 0, 1, 1, -1, random.nextDouble(), -random.nextDouble(), 0.5};
    return most * weights[random.nextInt(weights.length)];
  }
}
