package nightshift.testdata;

/** The mood of the market; it lasts for months and then changes to another by chance. */
enum Regime {
  BULL(0.0006, 0.0070, 0.994),
  BEAR(-0.0011, 0.0150, 0.985),
  SIDEWAYS(0.0001, 0.0085, 0.990);

  /** Mean daily log return of the market. */
  final double drift;

  /** Long-run daily standard deviation of the market's log return. */
  final double deviation;

  /** Probability that tomorrow has the same regime. */
  private final double stay;

  Regime(double drift, double deviation, double stay) {
    this.drift = drift;
    this.deviation = deviation;
    this.stay = stay;
  }

  Regime next(RandomStream random) {
    if (random.uniform() < stay) {
      return this;
    }
    Regime[] all = values();
    return all[(ordinal() + random.index(1, all.length)) % all.length];
  }
}
