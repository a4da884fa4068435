package nightshift.testdata;

import java.util.List;

/**
 * What all symbols share: the sessions, the market's daily log returns, and per sector the daily
 * log returns that it has beyond the market's. Indices are sessions.
 */
record Factors(int[] days, double[] market, double[][] sectors) {
  /** Sector names, in the order of {@link #sectors}. */
  static final List<String> SECTORS =
      List.of(
          "Technology",
          "Financials",
          "Health Care",
          "Industrials",
          "Consumer",
          "Energy",
          "Materials",
          "Utilities");

  private static final double SECTOR_DEVIATION = 0.004;
  private static final double TREND_MEMORY = 0.985;
  private static final double TREND_DEVIATION = 0.00007;

  static Factors of(long seed, int[] days) {
    double[][] sectors = new double[SECTORS.size()][];
    for (int sector = 0; sector < sectors.length; sector++) {
      sectors[sector] = sectorReturns(new RandomStream(seed, -2 - sector), days.length);
    }
    return new Factors(days, marketReturns(new RandomStream(seed, -1), days.length), sectors);
  }

  private static double[] marketReturns(RandomStream random, int sessions) {
    double[] returns = new double[sessions];
    Regime regime = Regime.BULL;
    Volatility volatility = new Volatility();
    for (int t = 0; t < sessions; t++) {
      returns[t] = regime.drift + regime.deviation * volatility.next(random.gaussian());
      regime = regime.next(random);
    }
    return returns;
  }

  /** A slowly changing trend, so that sectors have momentum, and noise around it. */
  private static double[] sectorReturns(RandomStream random, int sessions) {
    double[] returns = new double[sessions];
    double trend = 0;
    for (int t = 0; t < sessions; t++) {
      trend = TREND_MEMORY * trend + TREND_DEVIATION * random.gaussian();
      returns[t] = trend + SECTOR_DEVIATION * random.gaussian();
    }
    return returns;
  }
}
