package nightshift.io.gate;

import java.util.BitSet;

/**
 * On which days the market is open, told by how many of its symbols trade: of those that are listed
 * on a day (between their first and their last bar), which share has a bar. A day is off when that
 * share is less than half of what it is on the median day, and a market day when half of the listed
 * symbols trade. With fewer than five symbols listed nothing is said. Safe for several threads.
 */
public final class MarketCalendar {
  /** {@code off_calendar}: bars on days that are off; set aside. */
  public static final String OFF = "off_calendar";

  /**
   * {@code foreign_calendar}: a symbol with more than 5 % of its bars on days that are off which
   * misses more than 10 % of the market days: its dates are wrong, or it is of another market.
   */
  public static final String FOREIGN = "foreign_calendar";

  /** {@code missing_days}: a symbol that misses more than half of the market days. */
  public static final String MISSING = "missing_days";

  private static final int LEAST_SYMBOLS = 5;
  private static final double OFF_SHARE = 0.5;
  private static final double MARKET_SHARE = 0.5;
  private static final double FOREIGN_OFF = 0.05;
  private static final double FOREIGN_MISSING = 0.10;
  private static final double MOST_MISSING = 0.5;
  private static final double MOST_MISSING_STRICT = 0.2;

  /** With fewer market days, a symbol's share of them says nothing. */
  private static final int LEAST_DAYS = 20;

  private final int from;
  private final int[] trading;

  /** By day, how many symbols more are listed than on the day before. */
  private final int[] listings;

  /**
   * @param from first epoch day that is looked at, inclusive
   * @param to last epoch day, inclusive
   */
  public MarketCalendar(int from, int to) {
    this.from = from;
    this.trading = new int[to - from + 1];
    this.listings = new int[to - from + 2];
  }

  /** How many bytes a calendar takes at most, with what is made of it. */
  public static long bytes(long days) {
    return days * (3 * Integer.BYTES + Double.BYTES + 1);
  }

  /**
   * Counts a symbol's days.
   *
   * @param days epoch days, strictly ascending, at least one
   */
  public synchronized void add(int[] days) {
    count(days, 1);
  }

  /** Takes back a symbol's days. */
  public synchronized void remove(int[] days) {
    count(days, -1);
  }

  private void count(int[] days, int by) {
    for (int day : days) {
      trading[day - from] += by;
    }
    listings[days[0] - from] += by;
    listings[days[days.length - 1] - from + 1] -= by;
  }

  /** What the days of all symbols together say. */
  public synchronized Sessions sessions() {
    double[] shares = new double[trading.length];
    int known = 0;
    int listed = 0;
    for (int day = 0; day < trading.length; day++) {
      listed += listings[day];
      if (trading[day] > 0 && listed >= LEAST_SYMBOLS) {
        shares[known++] = trading[day] / (double) listed;
      }
    }
    double usual = known == 0 ? 0 : PriceSeries.median(shares, known);
    BitSet off = new BitSet();
    int[] market = new int[trading.length + 1];
    listed = 0;
    for (int day = 0; day < trading.length; day++) {
      listed += listings[day];
      double share = listed >= LEAST_SYMBOLS ? trading[day] / (double) listed : 1;
      if (trading[day] > 0 && share < OFF_SHARE * usual) {
        off.set(day);
      }
      boolean open = listed >= LEAST_SYMBOLS && share >= MARKET_SHARE && !off.get(day);
      market[day + 1] = market[day] + (open ? 1 : 0);
    }
    return new Sessions(from, off, market);
  }

  /** The days on which the market is open, and those on which it is off. */
  public static final class Sessions {
    private final int from;
    private final BitSet off;

    /** How many market days there are before each day. */
    private final int[] market;

    private Sessions(int from, BitSet off, int[] market) {
      this.from = from;
      this.off = off;
      this.market = market;
    }

    /** Whether a symbol may not fit, so that its days have to be looked at. */
    public boolean mayConcern(int first, int last, int bars, GateMode mode) {
      int expected = marketDays(first, last + 1);
      return off.get(first - from, last - from + 1).cardinality() > 0
          || (expected >= LEAST_DAYS && bars < (1 - mostMissing(mode)) * expected);
    }

    private static double mostMissing(GateMode mode) {
      return mode == GateMode.STRICT ? MOST_MISSING_STRICT : MOST_MISSING;
    }

    /** How many market days there are from a day on, and before another. */
    private int marketDays(int first, int end) {
      return market[end - from] - market[first - from];
    }

    /** Which bars are on days that are off. */
    public BitSet offBars(int[] days) {
      BitSet bars = new BitSet();
      for (int bar = 0; bar < days.length; bar++) {
        if (off.get(days[bar] - from)) {
          bars.set(bar);
        }
      }
      return bars;
    }

    /**
     * Judges a symbol by its days.
     *
     * @param days epoch days, strictly ascending, at least one
     * @return null when it fits
     */
    public GateFinding judge(int[] days, GateMode mode) {
      BitSet offBars = offBars(days);
      int bars = offBars.cardinality();
      double share = bars / (double) days.length;
      double missing = missing(days);
      if (missing > mostMissing(mode)) {
        return setAside(MISSING, days.length, missing, "misses", " of the market days");
      }
      if (share > FOREIGN_OFF && missing > FOREIGN_MISSING) {
        return setAside(
            FOREIGN,
            days.length,
            share,
            "misses " + percent(missing) + " of the market days, and has",
            " of its bars when nobody else trades");
      }
      if (bars == 0) {
        return null;
      }
      return new GateFinding(
          OFF,
          days[offBars.nextSetBit(0)],
          bars,
          bars,
          GateAction.BARS_SET_ASIDE,
          "few others trade on these days");
    }

    private static GateFinding setAside(
        String rule, int rows, double value, String before, String after) {
      return new GateFinding(
          rule,
          GateFinding.WHOLE_SYMBOL,
          rows,
          value,
          GateAction.SYMBOL_SET_ASIDE,
          before + " " + percent(value) + after);
    }

    private static String percent(double share) {
      return Math.round(share * 100) + " %";
    }

    /** Which share of the market days between its first and its last bar a symbol misses. */
    private double missing(int[] days) {
      int expected = marketDays(days[0], days[days.length - 1] + 1);
      int met = 0;
      for (int day : days) {
        met += marketDays(day, day + 1);
      }
      return expected < LEAST_DAYS ? 0 : 1 - met / (double) expected;
    }
  }
}
