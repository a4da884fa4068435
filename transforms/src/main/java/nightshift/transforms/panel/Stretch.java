package nightshift.transforms.panel;

import java.util.Arrays;

/**
 * Which of a symbol's bars are wanted: those of a window, and some before it.
 *
 * @param before how many bars up to and including the last one before the window
 */
public record Stretch(Window window, int before) {

  public Stretch {
    if (before < 0) {
      throw new IllegalArgumentException("before must be at least 0, got " + before);
    }
  }

  /** Everything up to the end of a window. */
  public static Stretch upTo(Window window) {
    return new Stretch(window, Integer.MAX_VALUE);
  }

  /** The first wanted bar of a symbol. */
  int from(int[] days, int length) {
    return Math.max(0, firstFrom(window.from(), days, length) - before);
  }

  /** The bar after the last wanted one. */
  int to(int[] days, int length) {
    return firstFrom(window.to(), days, length);
  }

  private static int firstFrom(int day, int[] days, int length) {
    int found = Arrays.binarySearch(days, 0, length, day);
    return found >= 0 ? found : -found - 1;
  }
}
