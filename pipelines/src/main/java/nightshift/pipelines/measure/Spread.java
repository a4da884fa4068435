package nightshift.pipelines.measure;

import java.util.Collection;

/**
 * What came out of measuring several times.
 *
 * @param count how often
 */
public record Spread(double median, double min, double max, int count) {

  /** Less than this between two medians is nothing, as a share, however close the figures are. */
  private static final double NOTHING = 0.01;

  /**
   * @throws IllegalArgumentException when there is no figure
   */
  public static Spread of(Collection<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("a spread needs at least one figure");
    }
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  /**
   * Whether the two differ by more than by chance: one's least is above the other's most, and their
   * medians are more than a hundredth apart. Of a single figure each, nobody can tell: false.
   */
  public boolean differsFrom(Spread other) {
    boolean apart = min > other.max || other.min > max;
    boolean several = Math.min(count, other.count) > 1;
    return several && apart && Math.abs(median - other.median) > NOTHING * Math.abs(other.median);
  }
}
