package nightshift.testdata;

import java.util.Arrays;
import nightshift.io.load.SymbolBars;

/**
 * Makes daily bars out of log closes: an open after an overnight gap, a range, a volume that grows
 * with the size of the move; prices in whole cents, volume in whole hundreds.
 */
final class BarMaker {
  private static final double OVERNIGHT_SHARE = 0.35;
  private static final double OVERNIGHT_DEVIATION = 0.003;
  private static final double RANGE_DEVIATION = 0.006;
  private static final int LONGEST_HALT = 25;

  private final Listing listing;
  private final RandomStream random;
  private final double baseVolume;

  private BarMaker(long seed, Listing listing) {
    this.listing = listing;
    this.random = new RandomStream(seed, 4_000_000L + listing.number());
    this.baseVolume = StrictMath.exp(random.uniform(11, 16));
  }

  /** The bars of one symbol from its first to its last session, without its halts. */
  static SymbolBars bars(long seed, Listing listing, Factors factors) {
    double[] path = PricePath.of(seed, listing, factors);
    return new BarMaker(seed, listing).bars(path, factors.days());
  }

  private SymbolBars bars(double[] path, int[] days) {
    boolean[] halted = halts(path.length);
    double[][] prices = new double[5][path.length];
    int[] kept = new int[path.length];
    int n = 0;
    for (int t = listing.first(); t <= listing.last(); t++) {
      if (!halted[t]) {
        kept[n] = days[t];
        fill(prices, n++, path[Math.max(t - 1, 0)], path[t]);
      }
    }
    for (int column = 0; column < prices.length; column++) {
      prices[column] = Arrays.copyOf(prices[column], n);
    }
    return new SymbolBars(
        listing.symbol(),
        Arrays.copyOf(kept, n),
        prices[0],
        prices[1],
        prices[2],
        prices[3],
        prices[4],
        null);
  }

  private boolean[] halts(int sessions) {
    boolean[] halted = new boolean[sessions];
    for (int halt = 0; halt < listing.halts(); halt++) {
      int from = random.index(listing.first() + 1, listing.last() - LONGEST_HALT);
      Arrays.fill(halted, from, from + random.index(1, LONGEST_HALT + 1), true);
    }
    return halted;
  }

  private void fill(double[][] prices, int bar, double previous, double current) {
    double change = current - previous;
    double gap = OVERNIGHT_SHARE * change + OVERNIGHT_DEVIATION * random.gaussian();
    double open = cents(StrictMath.exp(previous + gap));
    double close = cents(StrictMath.exp(current));
    double up = StrictMath.exp(RANGE_DEVIATION * Math.abs(random.gaussian()));
    double down = StrictMath.exp(-RANGE_DEVIATION * Math.abs(random.gaussian()));
    prices[0][bar] = open;
    prices[1][bar] = cents(Math.max(open, close) * up);
    prices[2][bar] = cents(Math.min(open, close) * down);
    prices[3][bar] = close;
    prices[4][bar] = volume(change);
  }

  private double volume(double change) {
    double mood = StrictMath.exp(0.35 * random.gaussian());
    return 100 * Math.rint(baseVolume * mood * (1 + 15 * Math.abs(change)) / 100);
  }

  /** Rounded to cents, at least one. Positive amounts only, so that the order is kept. */
  private static double cents(double price) {
    return Math.max(1, Math.rint(price * 100)) / 100;
  }
}
