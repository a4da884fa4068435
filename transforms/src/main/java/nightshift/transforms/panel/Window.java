package nightshift.transforms.panel;

/**
 * A stretch of a panel's calendar in which a strategy trades: it may look at what came before, and
 * sees nothing of what comes after.
 *
 * @param from index of the first traded day, inclusive
 * @param to index after the last traded day, exclusive
 */
public record Window(int from, int to) {

  public Window {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "window must be 0 <= from <= to, got " + from + " to " + to);
    }
  }

  /** How many days are traded. */
  public int days() {
    return to - from;
  }
}
