package nightshift.transforms.trust;

import java.util.ArrayList;
import java.util.List;

/**
 * The probability of backtest overfitting by combinatorially symmetric cross-validation: history is
 * cut into 16 blocks, and each of the 12,870 ways to take eight of them is a past, the other eight
 * being its future. How often is the candidate with the best Sharpe ratio of the past worse than
 * the median of all candidates in that future? Candidates that differ by luck alone give 0.5.
 *
 * <p>Source: Bailey, Borwein, Lopez de Prado, Zhu, The Probability of Backtest Overfitting (2017).
 * A future that is exactly the median counts one half, so that an odd number of candidates has no
 * bias. A past or future without any position has ratio 0; a candidate that never had one is left
 * out. It takes the candidates as they are given, which is why they must not have been bred from
 * each other: what a search has selected is good in all blocks, which says nothing about luck.
 */
public final class OverfittingProbability {
  /** With fewer candidates there is nothing to say. */
  public static final int MIN_CANDIDATES = 10;

  /** With fewer days in a block there is nothing to say. */
  public static final int MIN_DAYS_IN_BLOCK = 5;

  private static final int HALF = BlockSums.BLOCKS / 2;
  private static final int SUBSETS = 1 << HALF;
  private static final int ALL_BLOCKS = (1 << BlockSums.BLOCKS) - 1;

  /** A variance no larger than this is rounding, see {@code Moments}. */
  private static final double ROUNDING = 1e-28;

  private final List<BlockSums> candidates = new ArrayList<>();
  private final double riskFree;
  private int days = Integer.MAX_VALUE;

  /**
   * Nothing so far.
   *
   * @param riskFree what money earns a day without risk, as a fraction
   */
  public OverfittingProbability(double riskFree) {
    this.riskFree = riskFree;
  }

  /** Adds a candidate by its daily returns, which are not kept; all must have the same days. */
  public void add(double[] returns) {
    days = Math.min(days, returns.length);
    BlockSums sums = BlockSums.of(returns);
    if (sums.moved()) {
      candidates.add(sums);
    }
  }

  /** From 0 to 1; NaN with too few candidates or days. */
  public double value() {
    int n = candidates.size();
    if (n < MIN_CANDIDATES || days < MIN_DAYS_IN_BLOCK * BlockSums.BLOCKS) {
      return Double.NaN;
    }
    Subsets[] subsets = candidates.stream().map(Subsets::new).toArray(Subsets[]::new);
    double[] one = new double[n];
    double[] other = new double[n];
    long halves = 0;
    long splits = 0;
    // Of each split and its mirror image, the one that has the first block: both use both halves.
    for (int mask = 1; mask <= ALL_BLOCKS; mask += 2) {
      if (Integer.bitCount(mask) == HALF) {
        for (int i = 0; i < n; i++) {
          one[i] = subsets[i].merit(mask, riskFree);
          other[i] = subsets[i].merit(ALL_BLOCKS & ~mask, riskFree);
        }
        halves += belowMedian(one, other) + belowMedian(other, one);
        splits += 2;
      }
    }
    return halves / (2.0 * splits);
  }

  /** 2 if the best of the past is below the median of the future, 1 if it is the median, else 0. */
  private static int belowMedian(double[] past, double[] future) {
    int best = 0;
    for (int i = 1; i < past.length; i++) {
      if (past[i] > past[best]) {
        best = i;
      }
    }
    int less = 0;
    int equal = 0;
    for (double merit : future) {
      less += merit < future[best] ? 1 : 0;
      equal += merit == future[best] ? 1 : 0;
    }
    // Its rank is less + (equal + 1) / 2, that of the median (n + 1) / 2.
    return 1 + Integer.signum(past.length - 2 * less - equal);
  }

  /** The sums of a candidate over every subset of its first eight blocks, and of its last. */
  private static final class Subsets {
    private final int[][] days = new int[2][SUBSETS];
    private final double[][] sums = new double[2][SUBSETS];
    private final double[][] squares = new double[2][SUBSETS];

    Subsets(BlockSums blocks) {
      for (int half = 0; half < 2; half++) {
        for (int set = 1; set < SUBSETS; set++) {
          int last = Integer.numberOfTrailingZeros(Integer.highestOneBit(set));
          int rest = set & ~(1 << last);
          int block = half * HALF + last;
          days[half][set] = days[half][rest] + blocks.days()[block];
          sums[half][set] = sums[half][rest] + blocks.sums()[block];
          squares[half][set] = squares[half][rest] + blocks.squares()[block];
        }
      }
    }

    /**
     * What orders candidates over the blocks of a mask as their Sharpe ratio does, at a third of
     * its cost: the ratio times its absolute value, but for a factor that all have.
     */
    double merit(int mask, double riskFree) {
      int low = mask & SUBSETS - 1;
      int high = mask >> HALF;
      int n = days[0][low] + days[1][high];
      double sum = sums[0][low] + sums[1][high];
      double gain = sum - n * riskFree;
      double spread = n * (squares[0][low] + squares[1][high]) - sum * sum;
      return spread > ROUNDING * n * n ? gain * Math.abs(gain) / spread : 0;
    }
  }
}
