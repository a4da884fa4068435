package nightshift.transforms.strategy;

import java.util.Arrays;

/** The indicators of one symbol that were asked for so far, by kind and number of bars. */
final class IndicatorMemo {

  /** What is remembered; each with a number of bars, 0 where there is none. */
  enum Kind {
    CLOSE_SUMS,
    SMA,
    STANDARD_DEVIATION,
    RETURNS,
    VOLATILITY,
    RETURNS_FROM_NOTHING,
    SQUARED_RETURNS,
    RETURN_SUMS,
    SQUARED_RETURN_SUMS,
    RSI,
    TRUE_RANGE,
    ATR,
    HIGHEST_CLOSE_STRETCH,
    HIGHEST_CLOSE,
    HIGHEST_HIGH_STRETCH,
    HIGHEST_HIGH,
    LOWEST_LOW_STRETCH,
    LOWEST_LOW
  }

  private static final int KINDS = Kind.values().length;

  private final Workspace workspace;
  private double[][] arrays = new double[0][];
  private int[] taken = new int[16];
  private int count;

  IndicatorMemo(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What is known of a kind and number of bars; null if nothing is. */
  double[] get(Kind kind, int n) {
    int place = n * KINDS + kind.ordinal();
    return place < arrays.length ? arrays[place] : null;
  }

  /**
   * An array to fill in, which is known from now on; its content is anything.
   *
   * @param n at least 0
   */
  double[] add(Kind kind, int n) {
    int place = n * KINDS + kind.ordinal();
    if (place >= arrays.length) {
      arrays = Arrays.copyOf(arrays, Math.max(place + 1, 2 * arrays.length));
    }
    if (count == taken.length) {
      taken = Arrays.copyOf(taken, 2 * count);
    }
    taken[count++] = place;
    arrays[place] = workspace.lend();
    return arrays[place];
  }

  /** Gives all arrays back and knows nothing any more. */
  void clear() {
    for (int i = 0; i < count; i++) {
      workspace.takeBack(arrays[taken[i]]);
      arrays[taken[i]] = null;
    }
    count = 0;
  }
}
