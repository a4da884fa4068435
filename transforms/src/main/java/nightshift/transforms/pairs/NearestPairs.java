package nightshift.transforms.pairs;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The closest pairs of all, in one pass over every two paths. Of what is looked at nothing is kept
 * but the closest so far: 3.3 million distances of 2,556 symbols would be 26 MB.
 *
 * <p>The pass is a multiplication of the matrix of paths with its transpose, as the squared
 * distance of two rows is {@code |a|^2 + |b|^2 - 2ab}: the upper triangle alone, in tiles that stay
 * in a core's second-level cache. That subtracts numbers that are nearly equal, so its result is
 * not taken for the distance. It decides which pairs cannot be among the closest, and what is left
 * is measured as the distance is defined, difference by difference.
 *
 * <p><b>The error.</b> With n days, u = 2^-53 and rows a and b as they are multiplied, any sum of n
 * products is off by at most {@code n u} times the sum of their sizes (Higham, Accuracy and
 * Stability of Numerical Algorithms, 2002, 3.1), which for ab is at most {@code (|a|^2 + |b|^2) /
 * 2}: {@code 2 n u (|a|^2 + |b|^2)} for the three together. Rounding when the mean path was
 * subtracted adds {@code 4 u (|a|^2 + |b|^2)}, the last two operations as much, and the measured
 * distance, with which it is compared, is off by {@code (n + 2) u} of itself, itself at most {@code
 * 2 (|a|^2 + |b|^2)}. So {@code (4 n + 16) u (|a|^2 + |b|^2)} is more than all of it, and no pair
 * is lost: what comes out does not depend on how the pass adds up, on the tiles, or on who did
 * which part. For 252 days of paths that stray from the mean by a fifth, 2e-12.
 */
public final class NearestPairs {
  /** Rows of a tile: with 252 days 129 KB, so that it stays in a cache of 512 KB. */
  static final int TILE = 64;

  /**
   * Two paths that differ by less, 0.0003 % a day, are one series under two names: no spread to
   * trade, only noise.
   */
  private static final double SAME_PATH_A_DAY = 1e-11;

  /** Half the distance from 1 to the next number. */
  private static final double UNIT = 0x1p-53;

  private static final int ROWS = DistanceKernel.ROWS;

  private final PricePaths paths;
  private final int wanted;
  private final Admission admission;
  private final int[] sectors;
  private final double slack;
  private final double least;
  private final double[] products = new double[ROWS * ROWS];
  private final PriorityQueue<Found> closest = new PriorityQueue<>(Found.ORDER.reversed());
  private double limit = Double.POSITIVE_INFINITY;

  /** Two rows; as rows are in the order of the names, these need not be looked at. */
  private record Found(int first, int second, double distance, double correlation) {
    static final Comparator<Found> ORDER =
        Comparator.comparingDouble(Found::distance)
            .thenComparingInt(Found::first)
            .thenComparingInt(Found::second);
  }

  private NearestPairs(PricePaths paths, int wanted, Admission admission) {
    if (wanted < 1) {
      throw new IllegalArgumentException("at least 1 pair must be wanted, got " + wanted);
    }
    this.paths = paths;
    this.wanted = wanted;
    this.admission = admission;
    this.sectors = admission.numbered(paths.symbols());
    this.slack = (4.0 * paths.days() + 16) * UNIT;
    this.least = SAME_PATH_A_DAY * paths.days();
  }

  /** The closest of all pairs that are admitted, closest first. */
  public static List<NearPair> of(PricePaths paths, int wanted, Admission admission) {
    return part(paths, wanted, admission, 0, 1);
  }

  /**
   * The closest of a part of all pairs, closest first. The parts together have each pair once, and
   * about as many of them each.
   *
   * @param wanted how many at most
   * @param part from 0
   * @param parts how many parts there are
   */
  public static List<NearPair> part(
      PricePaths paths, int wanted, Admission admission, int part, int parts) {
    NearestPairs search = new NearestPairs(paths, wanted, admission);
    // Tiles grow longer from the first to the last: dealt out like cards.
    for (int tile = part * TILE; tile < paths.size(); tile += parts * TILE) {
      search.compareTile(tile);
    }
    return search.closest.stream().sorted(Found.ORDER).map(search::named).toList();
  }

  /** The closest of what the parts have found. */
  public static List<NearPair> closest(Stream<NearPair> ofParts, int wanted) {
    return ofParts.sorted(NearPair.ORDER).limit(wanted).toList();
  }

  /** How many bytes a search takes beside its paths. */
  public static long bytes(int symbols, int wanted) {
    return symbols * 8L + wanted * 160L;
  }

  /** Compares the rows of a tile with each other and with all before. */
  private void compareTile(int tile) {
    double[] rows = paths.centred();
    int days = paths.days();
    int end = Math.min(tile + TILE, paths.size());
    for (int i = 0; i < end; i += ROWS) {
      for (int j = Math.max(tile, i); j < end; j += ROWS) {
        DistanceKernel.multiply(rows, i * days, j * days, days, products);
        sift(i, j);
      }
    }
  }

  private void sift(int i, int j) {
    double[] squares = paths.squares();
    for (int r = 0; r < ROWS; r++) {
      for (int s = 0; s < ROWS; s++) {
        double both = squares[i + r] + squares[j + s];
        if (both - 2 * products[ROWS * r + s] - slack * both <= limit) {
          measure(i + r, j + s);
        }
      }
    }
  }

  /** Measures a pair, unless it is none: half of a tile on the diagonal is, and what fills up. */
  private void measure(int first, int second) {
    if (first >= second || second >= paths.size() || !sameSector(first, second)) {
      return;
    }
    double distance = paths.distance(first, second);
    if (!(distance <= limit && distance > least)) {
      return;
    }
    double correlation =
        admission.asksCorrelation() ? paths.correlation(first, second) : Double.NaN;
    if (!admission.asksCorrelation() || correlation >= admission.minCorrelation()) {
      keep(new Found(first, second, distance, correlation));
    }
  }

  private boolean sameSector(int first, int second) {
    return sectors[first] >= 0 && sectors[first] == sectors[second];
  }

  private void keep(Found found) {
    closest.add(found);
    if (closest.size() > wanted) {
      closest.poll();
    }
    if (closest.size() == wanted) {
      limit = closest.element().distance();
    }
  }

  private NearPair named(Found found) {
    return new NearPair(
        paths.symbols().get(found.first()),
        paths.symbols().get(found.second()),
        found.distance(),
        found.correlation());
  }
}
