package nightshift.transforms.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Price paths of symbols that have a bar on every day of a formation: a row a symbol, a column a
 * day, each path in units of its first price. Beside the paths as they are, in which a distance is
 * defined, stand the same less the mean path, in which nearly all of what the paths have in common
 * is gone: by these, products of rows tell distances apart with few digits lost (see {@link
 * NearestPairs}). Rows are filled up to a multiple of {@link DistanceKernel#ROWS} with nothing.
 */
public final class PricePaths {
  private final List<String> symbols;
  private final int days;
  private final double[] paths;
  private final double[] centred;
  private final double[] squares;

  private PricePaths(List<String> symbols, int days, double[] paths) {
    this.symbols = symbols;
    this.days = days;
    this.paths = paths;
    this.centred = centred(paths, symbols.size(), days);
    this.squares = new double[centred.length / days];
    for (int row = 0; row < squares.length; row++) {
      squares[row] = Sums.ofProducts(centred, row * days, centred, row * days, days);
    }
  }

  /** Lays out paths one after the other. */
  public static final class Builder {
    private final int days;
    private final List<String> symbols = new ArrayList<>();
    private double[] paths;

    /**
     * @param most how many symbols there are at most
     * @param days how many days a formation has, at least 2
     */
    public Builder(int most, int days) {
      if (days < 2) {
        throw new IllegalArgumentException("a formation must have 2 days or more, got " + days);
      }
      this.days = days;
      this.paths = new double[Math.multiplyExact(padded(most), days)];
    }

    /**
     * Adds a path.
     *
     * @param symbol after all that were added before
     * @param closes positive prices
     * @param from place of the first day's
     */
    public Builder add(String symbol, double[] closes, int from) {
      int row = symbols.size();
      if (row > 0 && symbols.get(row - 1).compareTo(symbol) >= 0) {
        throw new IllegalArgumentException(
            "symbols must ascend, but " + symbol + " follows " + symbols.get(row - 1));
      }
      for (int k = 0; k < days; k++) {
        paths[row * days + k] = closes[from + k] / closes[from];
      }
      symbols.add(symbol);
      return this;
    }

    /** All that were added; nothing may be added after that. */
    public PricePaths build() {
      double[] all = paths;
      paths = null;
      int values = padded(symbols.size()) * days;
      return new PricePaths(
          List.copyOf(symbols), days, all.length == values ? all : Arrays.copyOf(all, values));
    }
  }

  private static int padded(int rows) {
    return (rows + DistanceKernel.ROWS - 1) / DistanceKernel.ROWS * DistanceKernel.ROWS;
  }

  private static double[] centred(double[] paths, int rows, int days) {
    double[] mean = new double[days];
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < days; k++) {
        mean[k] += paths[row * days + k];
      }
    }
    for (int k = 0; k < days; k++) {
      mean[k] /= rows;
    }
    double[] centred = new double[paths.length];
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < days; k++) {
        centred[row * days + k] = paths[row * days + k] - mean[k];
      }
    }
    return centred;
  }

  /**
   * How many bytes paths take at most, while they are built too. 2,556 symbols x 252 days: 2 x 5.2
   * MB, and as much again while they are cut to those that are complete.
   */
  public static long bytes(int symbols, int days) {
    return 3L * padded(symbols) * days * Double.BYTES + padded(symbols) * (Double.BYTES + 8L);
  }

  /** The symbols, in the order of the rows. */
  public List<String> symbols() {
    return symbols;
  }

  /** How many rows have a path; those that fill up not counted. */
  public int size() {
    return symbols.size();
  }

  /** How many days a path has. */
  public int days() {
    return days;
  }

  /** The paths less the mean path, row after row; not a copy. */
  double[] centred() {
    return centred;
  }

  /** The sum of squares of each row of {@link #centred()}; not a copy. */
  double[] squares() {
    return squares;
  }

  /** The distance of two paths: the sum of their squared differences. */
  public double distance(int first, int second) {
    return Sums.ofSquaredDifferences(paths, first * days, second * days, days);
  }

  /** The correlation of the daily returns of two paths; NaN where one of them has no spread. */
  public double correlation(int first, int second) {
    return Correlation.ofReturns(paths, first * days, paths, second * days, days);
  }
}
