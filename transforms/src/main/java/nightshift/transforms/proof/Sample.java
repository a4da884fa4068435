package nightshift.transforms.proof;

import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;

/**
 * Prices that a strategy is tried on. What the panel has before the window is history, of which the
 * strategy's warm-up is a part; what it has behind the window is there to be found by those who
 * look where they must not.
 *
 * @param name for people: what these prices are
 * @param panel in memory
 * @param window the traded days
 */
public record Sample(String name, Panel panel, Window window) {
  /** The most days that are traded; enough for every rhythm that a strategy rebalances in. */
  private static final int TRADED = 320;

  /** Days behind the window. */
  private static final int BEHIND = 25;

  public Sample {
    if (window.to() > panel.days()) {
      throw new IllegalArgumentException(
          "window must end within the panel's " + panel.days() + " days, got " + window);
    }
  }

  /**
   * A sample whose window leaves as much history as there is: the last days but {@value #BEHIND}
   * are traded, at most {@value #TRADED} and at most a third of all.
   */
  public static Sample of(String name, Panel panel) {
    int to = panel.days() - Math.min(BEHIND, panel.days() / 4);
    return new Sample(name, panel, new Window(to - Math.min(TRADED, panel.days() / 3), to));
  }

  /** How many days a panel needs so that so many bars go before its window. */
  public static int daysFor(int history) {
    return Math.max(history, 2 * TRADED) + TRADED + BEHIND;
  }

  /** The same prices with another window. */
  Sample over(Window other) {
    return new Sample(name, panel, other);
  }
}
