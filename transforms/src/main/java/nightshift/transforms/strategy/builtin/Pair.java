package nightshift.transforms.strategy.builtin;

import nightshift.transforms.strategy.Bars;

/**
 * Two symbols that went side by side while the pair was formed, and how far they strayed from each
 * other then. A symbol's price counts in units of its close on the first day of the formation.
 */
final class Pair {
  private final Bars first;
  private final Bars second;
  private final double firstBase;
  private final double secondBase;
  private final double mean;
  private final double deviation;
  private Spread spread;

  private Pair(
      Bars first, Bars second, double firstBase, double secondBase, double mean, double deviation) {
    this.first = first;
    this.second = second;
    this.firstBase = firstBase;
    this.secondBase = secondBase;
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * Measures the spread of two symbols.
   *
   * @param firstFrom bar of the first symbol on the first day of the formation
   * @param secondFrom that of the second
   * @param days how many days the formation has, at each of which both have a bar
   */
  static Pair of(Bars first, int firstFrom, Bars second, int secondFrom, int days) {
    double[] a = first.close();
    double[] b = second.close();
    double sum = 0;
    for (int k = 0; k < days; k++) {
      sum += a[firstFrom + k] / a[firstFrom] - b[secondFrom + k] / b[secondFrom];
    }
    double mean = sum / days;
    double squares = 0;
    for (int k = 0; k < days; k++) {
      double off = a[firstFrom + k] / a[firstFrom] - b[secondFrom + k] / b[secondFrom] - mean;
      squares += off * off;
    }
    double deviation = Math.sqrt(squares / (days - 1));
    return new Pair(first, second, a[firstFrom], b[secondFrom], mean, deviation);
  }

  Bars first() {
    return first;
  }

  Bars second() {
    return second;
  }

  /**
   * How it goes on from one day to another, exclusive; remembered, for all candidates trade it
   * through the same days.
   */
  Spread spread(int from, int to) {
    if (spread == null) {
      spread = Spread.of(this, from, to);
    }
    return spread;
  }

  /** By how many standard deviations the spread is above its mean, at a bar of each symbol. */
  double z(int firstBar, int secondBar) {
    double spread = first.close()[firstBar] / firstBase - second.close()[secondBar] / secondBase;
    return (spread - mean) / deviation;
  }
}
