package nightshift.transforms.strategy;

import java.util.Arrays;

/** The indicators of one symbol that were asked for so far, by kind and number of bars. */
final class IndicatorMemo {

  /**
   * What is remembered; each with a number of bars, 0 where there is none. Kept from one generation
   * to the next, as far as there is room, is what takes longer to compute than to fetch from
   * memory.
   */
  enum Kind {
    CLOSE_SUMS(true),
    SMA(false),
    STANDARD_DEVIATION(true),
    RETURNS(false),
    VOLATILITY(true),
    RETURNS_FROM_NOTHING(false),
    SQUARED_RETURNS(false),
    RETURN_SUMS(true),
    SQUARED_RETURN_SUMS(true),
    RSI(true),
    TRUE_RANGE(true),
    ATR(true),
    HIGHEST_CLOSE_STRETCH(false),
    HIGHEST_CLOSE(true),
    HIGHEST_HIGH_STRETCH(false),
    HIGHEST_HIGH(true),
    LOWEST_LOW_STRETCH(false),
    LOWEST_LOW(true);

    private final boolean kept;

    Kind(boolean kept) {
      this.kept = kept;
    }
  }

  private static final int KINDS = Kind.values().length;

  private final Workspace workspace;
  private double[][] arrays = new double[0][];
  private int[] taken = new int[16];
  private int count;
  private KeptIndicators kept;

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
    reach(place);
    double[] array = workspace.lend();
    if (kind.kept && workspace.keep((long) Double.BYTES * array.length)) {
      kept.add(place, array);
    } else {
      if (count == taken.length) {
        taken = Arrays.copyOf(taken, 2 * count);
      }
      taken[count++] = place;
    }
    arrays[place] = array;
    return array;
  }

  private void reach(int place) {
    if (place >= arrays.length) {
      arrays = Arrays.copyOf(arrays, Math.max(place + 1, 2 * arrays.length));
    }
  }

  /** Begins with what is kept of a symbol. */
  void begin(KeptIndicators kept) {
    this.kept = kept;
    for (int i = 0; i < kept.count(); i++) {
      reach(kept.place(i));
      arrays[kept.place(i)] = kept.array(i);
    }
  }

  /** Gives back what was only lent, and knows nothing any more. */
  void clear() {
    for (int i = 0; i < count; i++) {
      workspace.takeBack(arrays[taken[i]]);
      arrays[taken[i]] = null;
    }
    count = 0;
    for (int i = 0; kept != null && i < kept.count(); i++) {
      arrays[kept.place(i)] = null;
    }
    kept = null;
  }
}
