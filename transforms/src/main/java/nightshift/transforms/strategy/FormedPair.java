package nightshift.transforms.strategy;

/**
 * A pair, and the days that it was formed from: each of them has a bar of both symbols.
 *
 * @param first the symbol that stands first in the block
 * @param from first day of the formation, as an index into the calendar
 * @param days how many days it has
 */
public record FormedPair(Bars first, Bars second, int from, int days) {
  /** The last day of the formation: the first decision is made at its close. */
  public int last() {
    return from + days - 1;
  }
}
