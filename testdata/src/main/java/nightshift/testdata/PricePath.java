package nightshift.testdata;

/**
 * The log closes of one symbol on every session, listed or not. It is the sum of
 *
 * <ul>
 *   <li>a long-run path: beta times the market, the sector, a slowly changing drift of its own
 *       (which makes for momentum), and noise with clustered volatility and a few jumps;
 *   <li>a passing part that decays by a fifth a day, which makes for reversal within days;
 *   <li>for a symbol that follows a leader: a spread to the leader's long-run path with a half-life
 *       of about a month, instead of a long-run path of its own.
 * </ul>
 */
final class PricePath {
  private static final double DRIFT_MEMORY = 0.985;
  private static final double DRIFT_DEVIATION = 0.00015;
  private static final double NOISE_DEVIATION = 0.011;
  private static final double JUMP_CHANCE = 0.004;
  private static final double JUMP_DEVIATION = 0.05;
  private static final double PASSING_MEMORY = 0.80;
  private static final double PASSING_DEVIATION = 0.010;
  private static final double SPREAD_MEMORY = 0.97;
  private static final double SPREAD_DEVIATION = 0.007;
  private static final int FAILING_SESSIONS = 90;
  private static final double FAILING_DRIFT = -0.03;

  private PricePath() {}

  /**
   * @return one natural logarithm of a price per session, the first near that of the start price
   */
  static double[] of(long seed, Listing listing, Factors factors) {
    if (listing.number() == 0) {
      return index(factors);
    }
    Listing leader =
        listing.leader() == listing.number()
            ? listing
            : Listing.of(seed, listing.leader(), factors.days().length);
    double[] path = longRun(seed, leader, factors);
    RandomStream random = new RandomStream(seed, 3_000_000L + listing.number());
    double start = StrictMath.log(random.uniform(15, 150));
    double passing = 0;
    double spread = 0;
    for (int t = 0; t < path.length; t++) {
      passing = PASSING_MEMORY * passing + PASSING_DEVIATION * random.gaussian();
      if (leader != listing) {
        spread = SPREAD_MEMORY * spread + SPREAD_DEVIATION * random.gaussian();
      }
      path[t] += start + passing + spread;
    }
    if (listing.fails()) {
      fail(path, listing.last());
    }
    return path;
  }

  private static double[] index(Factors factors) {
    double[] path = new double[factors.days().length];
    double level = StrictMath.log(1000);
    for (int t = 0; t < path.length; t++) {
      level += factors.market()[t];
      path[t] = level;
    }
    return path;
  }

  private static double[] longRun(long seed, Listing listing, Factors factors) {
    RandomStream random = new RandomStream(seed, 2_000_000L + listing.number());
    double[] sector = factors.sectors()[listing.sector()];
    double[] path = new double[factors.days().length];
    Volatility volatility = new Volatility();
    double level = 0;
    double drift = 0;
    for (int t = 0; t < path.length; t++) {
      drift = DRIFT_MEMORY * drift + DRIFT_DEVIATION * random.gaussian();
      double noise = NOISE_DEVIATION * volatility.next(random.gaussian());
      if (random.uniform() < JUMP_CHANCE) {
        noise += JUMP_DEVIATION * random.gaussian();
      }
      level += listing.beta() * factors.market()[t] + sector[t] + drift + noise;
      path[t] = level;
    }
    return path;
  }

  private static void fail(double[] path, int last) {
    double loss = 0;
    for (int t = Math.max(0, last - FAILING_SESSIONS); t < path.length; t++) {
      loss += FAILING_DRIFT;
      path[t] += loss;
    }
  }
}
