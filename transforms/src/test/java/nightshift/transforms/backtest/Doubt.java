package nightshift.transforms.backtest;

/**
 * Compares computed figures, and remembers whether any two were so near to each other that another
 * order of additions might have decided otherwise. Prices as they are stored need no doubt: they
 * are compared directly.
 */
final class Doubt {
  private static final double NEAR = 1e-11;

  private boolean raised;

  /** Whether a is above b. */
  boolean above(double a, double b) {
    raised |= Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(b));
    return a > b;
  }

  /** Whether a is below b. */
  boolean below(double a, double b) {
    return above(b, a);
  }

  /** Whether any comparison so far was too close. */
  boolean isRaised() {
    return raised;
  }
}
