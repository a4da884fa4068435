package nightshift.benchmarks;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import nightshift.transforms.pairs.Admission;
import nightshift.transforms.pairs.NearestPairs;
import nightshift.transforms.pairs.PricePaths;

/**
 * The distance pass beside a tuned matrix multiplication of the same size: netlib's {@code dgemm},
 * {@code A A^T}, whole, as a user of a library would call it. By turns in one process, so that a
 * ratio holds where the machine's pace does not. With {@code --add-modules jdk.incubator.vector}
 * the library computes with vector instructions, else with plain Java.
 *
 * <pre>
 * java --add-modules jdk.incubator.vector -Xmx512m -cp benchmarks/target/benchmarks.jar \
 *   nightshift.benchmarks.PairDistances [SYMBOLS [DAYS [ROUNDS]]]
 * </pre>
 */
public final class PairDistances {
  private static final int WANTED = 200;
  private static final int WARM_UP = 5;

  private PairDistances() {}

  /** Prints a line a round, and the ratios. */
  public static void main(String[] args) {
    int symbols = args.length > 0 ? Integer.parseInt(args[0]) : 2556;
    int days = args.length > 1 ? Integer.parseInt(args[1]) : 252;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 9;
    double[] matrix = new double[symbols * days];
    PricePaths paths = paths(symbols, days, matrix);
    double[] product = new double[symbols * symbols];
    BLAS blas = JavaBLAS.getInstance();
    System.out.printf(
        "%d symbols x %d days, %s, Java %s%n",
        symbols, days, blas.getClass().getSimpleName(), System.getProperty("java.version"));
    double[] ratios = new double[rounds];
    double sum = 0;
    for (int round = -WARM_UP; round < rounds; round++) {
      long since = System.nanoTime();
      sum += NearestPairs.of(paths, WANTED, Admission.ANY).get(0).distance();
      long pass = System.nanoTime() - since;
      since = System.nanoTime();
      blas.dgemm(
          "T", "N", symbols, symbols, days, 1, matrix, days, matrix, days, 0, product, symbols);
      long multiplication = System.nanoTime() - since;
      sum += product[1];
      if (round >= 0) {
        ratios[round] = pass / (double) multiplication;
        System.out.printf(
            Locale.ROOT,
            "pass %.0f ms, dgemm %.0f ms, ratio %.2f%n",
            pass / 1e6,
            multiplication / 1e6,
            ratios[round]);
      }
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "ratio: lowest %.2f, median %.2f, highest %.2f (%s)%n",
        ratios[0],
        ratios[rounds / 2],
        ratios[rounds - 1],
        sum);
  }

  /** Walks with a common factor. */
  private static PricePaths paths(int symbols, int days, double[] matrix) {
    Random random = new Random(20_130_208);
    double[] market = new double[days];
    for (int k = 1; k < days; k++) {
      market[k] = market[k - 1] + 0.01 * random.nextGaussian();
    }
    PricePaths.Builder paths = new PricePaths.Builder(symbols, days);
    double[] closes = new double[days];
    for (int i = 0; i < symbols; i++) {
      double own = 0;
      for (int k = 0; k < days; k++) {
        closes[k] = 50 * Math.exp(market[k] + own);
        own += 0.012 * random.nextGaussian();
        matrix[i * days + k] = closes[k] / closes[0];
      }
      paths.add(String.format("S%05d", i), closes, 0);
    }
    return paths.build();
  }
}
