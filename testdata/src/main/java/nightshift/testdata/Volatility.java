package nightshift.testdata;

/**
 * Volatility that comes in clusters: a GARCH(1,1) process (Bollerslev 1986) with long-run standard
 * deviation 1 and coefficients as they are usually found in daily stock returns.
 */
final class Volatility {
  private static final double SHOCK = 0.08;
  private static final double PERSISTENCE = 0.90;

  private double variance = 1;

  /** Standard deviation of the next day, in units of the long-run one. */
  double scale() {
    return StrictMath.sqrt(variance);
  }

  /** Moves on by one day, and returns its shock: {@code scale * normal}, before the move. */
  double next(double normal) {
    double shock = scale() * normal;
    variance = (1 - SHOCK - PERSISTENCE) + SHOCK * shock * shock + PERSISTENCE * variance;
    return shock;
  }
}
