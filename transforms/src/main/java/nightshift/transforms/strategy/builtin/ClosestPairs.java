package nightshift.transforms.strategy.builtin;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the rows of a matrix that lie closest together, by the sum of squared differences. Looks at
 * every two rows, but leaves off early where the sum is past what is still wanted, and goes through
 * the rows in tiles that fit the cache.
 */
final class ClosestPairs {
  /** Rows a tile: of two tiles, the first columns of all rows take 64 KB. */
  private static final int TILE = 64;

  /** Columns after which it is asked whether to go on. */
  private static final int STRIDE = 64;

  /**
   * Two rows and how far they are from each other.
   *
   * @param first the smaller row
   * @param second the larger row
   */
  record Match(int first, int second, double distance) {
    /** Closest first; equally close ones by their rows, so that no order of search matters. */
    static final Comparator<Match> ORDER =
        Comparator.comparingDouble(Match::distance)
            .thenComparingInt(Match::first)
            .thenComparingInt(Match::second);
  }

  private final double[] matrix;
  private final int rows;
  private final int columns;
  private final int wanted;
  private final double least;
  private final PriorityQueue<Match> closest = new PriorityQueue<>(Match.ORDER.reversed());
  private double limit = Double.POSITIVE_INFINITY;

  private ClosestPairs(double[] matrix, int rows, int columns, int wanted, double least) {
    this.matrix = matrix;
    this.rows = rows;
    this.columns = columns;
    this.wanted = wanted;
    this.least = least;
  }

  /**
   * The closest pairs of rows, closest first.
   *
   * @param matrix row after row
   * @param wanted how many pairs at most, at least 1
   * @param least pairs that are not farther apart than this are left out
   */
  static List<Match> of(double[] matrix, int rows, int columns, int wanted, double least) {
    ClosestPairs search = new ClosestPairs(matrix, rows, columns, wanted, least);
    for (int i = 0; i < rows; i += TILE) {
      for (int j = i; j < rows; j += TILE) {
        search.tile(i, j);
      }
    }
    return search.closest.stream().sorted(Match.ORDER).toList();
  }

  private void tile(int fromFirst, int fromSecond) {
    for (int i = fromFirst; i < Math.min(fromFirst + TILE, rows); i++) {
      for (int j = Math.max(fromSecond, i + 1); j < Math.min(fromSecond + TILE, rows); j++) {
        double distance = distance(i * columns, j * columns);
        if (distance <= limit && distance > least) {
          keep(new Match(i, j, distance));
        }
      }
    }
  }

  private void keep(Match match) {
    closest.add(match);
    if (closest.size() > wanted) {
      closest.poll();
    }
    if (closest.size() == wanted) {
      limit = closest.element().distance();
    }
  }

  /** The distance of the rows that start at two places, or something above the limit. */
  private double distance(int a, int b) {
    double sum = 0;
    for (int from = 0; from < columns && sum <= limit; from += STRIDE) {
      sum += squares(a + from, b + from, Math.min(STRIDE, columns - from));
    }
    return sum;
  }

  /** Four sums at once, for one alone would wait for each addition to finish. */
  private double squares(int a, int b, int length) {
    double[] x = matrix;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      double d0 = x[a + k] - x[b + k];
      double d1 = x[a + k + 1] - x[b + k + 1];
      double d2 = x[a + k + 2] - x[b + k + 2];
      double d3 = x[a + k + 3] - x[b + k + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; k < length; k++) {
      double d = x[a + k] - x[b + k];
      s0 += d * d;
    }
    return (s0 + s1) + (s2 + s3);
  }
}
