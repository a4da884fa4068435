package nightshift.transforms.strategy.builtin;

import java.util.Arrays;

/**
 * Chooses the largest of some numbers without sorting them all: the least of those chosen last time
 * parts them first, which from one day to the next is nearly right.
 */
final class Best {
  /** Sorting pays where more than so many have to change sides. */
  private static final int FEW = 8;

  private final double[] above;
  private final double[] below;
  private double guess = Double.NEGATIVE_INFINITY;
  private double least;
  private int count;
  private int ties;

  /**
   * @param most how many numbers there are at most
   */
  Best(int most) {
    this.above = new double[most + 1];
    this.below = new double[most + 1];
  }

  /**
   * Chooses a share of the numbers: rounded, at least one where there is any.
   *
   * @param numbers NaN is none
   */
  void choose(double[] numbers, double share) {
    int highs = 0;
    int lows = 0;
    for (double number : numbers) {
      above[highs] = number;
      highs += number >= guess ? 1 : 0;
      below[lows] = number;
      lows += number < guess ? 1 : 0;
    }
    int all = highs + lows;
    count = Math.min(all, Math.max(1, (int) Math.round(share * all)));
    if (count == 0) {
      least = Double.POSITIVE_INFINITY;
      ties = 0;
      return;
    }
    least = count <= highs ? smallest(highs, highs - count + 1) : largest(lows, count - highs);
    guess = least;
    int better = 0;
    for (double number : numbers) {
      better += number > least ? 1 : 0;
    }
    ties = count - better;
  }

  /** The k-th smallest of those above, from 1. */
  private double smallest(int length, int k) {
    if (k > FEW) {
      Arrays.sort(above, 0, length);
      return above[k - 1];
    }
    int left = length;
    for (int i = 1; ; i++) {
      int at = 0;
      for (int j = 1; j < left; j++) {
        at = above[j] < above[at] ? j : at;
      }
      if (i == k) {
        return above[at];
      }
      above[at] = above[--left];
    }
  }

  /** The k-th largest of those below, from 1. */
  private double largest(int length, int k) {
    if (k > FEW) {
      Arrays.sort(below, 0, length);
      return below[length - k];
    }
    int left = length;
    for (int i = 1; ; i++) {
      int at = 0;
      for (int j = 1; j < left; j++) {
        at = below[j] > below[at] ? j : at;
      }
      if (i == k) {
        return below[at];
      }
      below[at] = below[--left];
    }
  }

  /** How many were chosen. */
  int count() {
    return count;
  }

  /** The least of those that were chosen; infinite where there are none. */
  double least() {
    return least;
  }

  /** How many of those chosen are equal to the least: the first of them in order. */
  int ties() {
    return ties;
  }
}
