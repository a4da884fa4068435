package nightshift.transforms.strategy.builtin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the rows of a matrix that lie closest together, by the sum of squared differences. Looks at
 * every two rows, but at most of them only roughly: two rows cannot be closer than their means over
 * short segments are (by the inequality of Cauchy and Schwarz, a segment of n columns whose means
 * differ by d has squared differences of at least n d^2), so what these means already put past the
 * limit is not looked at in full.
 */
final class ClosestPairs {
  /** Columns a segment: the longer, the cheaper the bound, and the looser. */
  private static final int SEGMENT = 16;

  /** Segments that are added up in one go over a tile. */
  private static final int UNROLLED = 4;

  /** Rows that are compared with one row at a time: their means over 32 segments take 32 KB. */
  private static final int TILE = 128;

  /** Columns after which it is asked whether to go on. */
  private static final int STRIDE = 64;

  /** A bound is lowered by this share, so that its own rounding loses no pair. */
  private static final double ROUNDING = 1e-6;

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
  private final double[][] segments;
  private final double[] bounds;
  private final PriorityQueue<Match> closest = new PriorityQueue<>(Match.ORDER.reversed());
  private double limit = Double.POSITIVE_INFINITY;

  private ClosestPairs(double[] matrix, int rows, int columns, int wanted, double least) {
    this.matrix = matrix;
    this.rows = rows;
    this.columns = columns;
    this.wanted = wanted;
    this.least = least;
    this.segments = segments(matrix, rows, columns);
    this.bounds = new double[rows];
  }

  /** How many bytes a search takes at most, the matrix included. */
  static long bytes(int rows, int columns) {
    long segments = columns / SEGMENT + 1L + UNROLLED;
    return rows * (columns + segments + 2) * Double.BYTES;
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
    for (int from = 0; from < rows; from += TILE) {
      int to = Math.min(from + TILE, rows);
      for (int row = 0; row < to; row++) {
        search.compare(row, Math.max(from, row + 1), to);
      }
    }
    return search.closest.stream().sorted(Match.ORDER).toList();
  }

  /**
   * For each segment and row, the sum over the segment's columns divided by the root of how many
   * there are: the squared difference of two rows is then the segment's part of the bound. Filled
   * up with segments of nothing to a multiple of {@link #UNROLLED}.
   */
  private static double[][] segments(double[] matrix, int rows, int columns) {
    int count = (columns + SEGMENT - 1) / SEGMENT;
    int padded = (count + UNROLLED - 1) / UNROLLED * UNROLLED;
    double[][] segments = new double[padded][rows];
    for (int row = 0; row < rows; row++) {
      for (int segment = 0; segment < count; segment++) {
        int from = segment * SEGMENT;
        int to = Math.min(from + SEGMENT, columns);
        double sum = 0;
        for (int column = from; column < to; column++) {
          sum += matrix[row * columns + column];
        }
        segments[segment][row] = sum / Math.sqrt(to - from);
      }
    }
    return segments;
  }

  /** Compares one row with those from another on. */
  private void compare(int row, int from, int to) {
    Arrays.fill(bounds, from, to, 0);
    for (int s = 0; s < segments.length; s += UNROLLED) {
      addSquares(
          segments[s], segments[s + 1], segments[s + 2], segments[s + 3], row, from, to, bounds);
    }
    for (int other = from; other < to; other++) {
      if (bounds[other] <= limit * (1 + ROUNDING)) {
        double distance = distance(row * columns, other * columns);
        if (distance <= limit && distance > least) {
          keep(new Match(row, other, distance));
        }
      }
    }
  }

  private static void addSquares(
      double[] s0,
      double[] s1,
      double[] s2,
      double[] s3,
      int row,
      int from,
      int to,
      double[] bounds) {
    double r0 = s0[row];
    double r1 = s1[row];
    double r2 = s2[row];
    double r3 = s3[row];
    for (int i = from; i < to; i++) {
      double d0 = s0[i] - r0;
      double d1 = s1[i] - r1;
      double d2 = s2[i] - r2;
      double d3 = s3[i] - r3;
      bounds[i] += (d0 * d0 + d1 * d1) + (d2 * d2 + d3 * d3);
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
