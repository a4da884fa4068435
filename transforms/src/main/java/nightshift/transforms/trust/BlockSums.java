package nightshift.transforms.trust;

/**
 * The daily returns of a candidate in sample, cut into {@value #BLOCKS} blocks of consecutive days
 * whose lengths differ by one day at most: all that {@link OverfittingProbability} needs to know of
 * them, in 0.3 KB a candidate instead of 8 bytes a day.
 *
 * @param days how many days each block has
 * @param sums of the returns of each block
 * @param squares sums of their squares
 */
record BlockSums(int[] days, double[] sums, double[] squares) {
  static final int BLOCKS = 16;

  /** The sums of daily returns. */
  static BlockSums of(double[] returns) {
    int[] days = new int[BLOCKS];
    double[] sums = new double[BLOCKS];
    double[] squares = new double[BLOCKS];
    for (int block = 0; block < BLOCKS; block++) {
      int from = start(block, returns.length);
      int to = start(block + 1, returns.length);
      days[block] = to - from;
      for (int day = from; day < to; day++) {
        sums[block] += returns[day];
        squares[block] += returns[day] * returns[day];
      }
    }
    return new BlockSums(days, sums, squares);
  }

  private static int start(int block, int days) {
    return (int) ((long) block * days / BLOCKS);
  }

  /** Whether the candidate ever did anything. */
  boolean moved() {
    for (double square : squares) {
      if (square > 0) {
        return true;
      }
    }
    return false;
  }
}
