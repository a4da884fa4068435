package nightshift.transforms.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pass with the kernel beside a loop over every two symbols. */
class NearestPairsTest {
  private static double[][] walks(int symbols, int days, double common, long seed) {
    Random random = new Random(seed);
    double[][] closes = new double[symbols][days];
    double[] market = new double[days];
    for (int k = 1; k < days; k++) {
      market[k] = market[k - 1] + common * random.nextGaussian();
    }
    for (double[] own : closes) {
      double log = 3;
      for (int k = 0; k < days; k++) {
        own[k] = Math.exp(log + market[k]);
        log += 0.01 * random.nextGaussian();
      }
    }
    return closes;
  }

  private static String name(int i) {
    return String.format("S%04d", i);
  }

  private static PricePaths paths(double[][] closes) {
    PricePaths.Builder builder = new PricePaths.Builder(closes.length + 3, closes[0].length);
    for (int i = 0; i < closes.length; i++) {
      builder.add(name(i), closes[i], 0);
    }
    return builder.build();
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double d = a[k] / a[0] - b[k] / b[0];
      sum += d * d;
    }
    return sum;
  }

  private static List<String> naive(double[][] closes, int wanted) {
    List<NearPair> all = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      for (int j = i + 1; j < closes.length; j++) {
        all.add(new NearPair(name(i), name(j), distance(closes[i], closes[j]), Double.NaN));
      }
    }
    return names(all.stream().sorted(NearPair.ORDER).limit(wanted).toList());
  }

  private static List<String> names(List<NearPair> pairs) {
    return pairs.stream().map(pair -> pair.first() + " " + pair.second()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, 3",
    "2, 2, 3",
    "3, 7, 1",
    "5, 33, 4",
    "63, 40, 50",
    "64, 41, 5000",
    "65, 252, 100",
    "130, 30, 10000",
    "200, 126, 700"
  })
  void findsWhatALoopFinds(int symbols, int days, int wanted) {
    double[][] closes = walks(symbols, days, 0.01, symbols);
    List<NearPair> found = NearestPairs.of(paths(closes), wanted, Admission.ANY);
    assertThat(names(found)).isEqualTo(naive(closes, wanted));
    for (NearPair pair : found) {
      int i = Integer.parseInt(pair.first().substring(1));
      int j = Integer.parseInt(pair.second().substring(1));
      double expected = distance(closes[i], closes[j]);
      assertThat(pair.distance()).isBetween(expected * (1 - 1e-12), expected * (1 + 1e-12));
    }
  }

  /** Paths that rise a thousandfold and differ by millionths: products alone cannot tell them. */
  @Test
  void losesNoPairToCancellation() {
    Random random = new Random(4);
    double[][] closes = new double[90][100];
    for (double[] own : closes) {
      for (int k = 0; k < own.length; k++) {
        own[k] = Math.exp(0.07 * k) * (1 + (k == 0 ? 0 : 1e-6 * random.nextGaussian()));
      }
    }
    // One that is far from the others moves the mean path away from them.
    for (int k = 0; k < 100; k++) {
      closes[89][k] = 1 + 1e5 * k;
    }
    assertThat(names(NearestPairs.of(paths(closes), 500, Admission.ANY)))
        .isEqualTo(naive(closes, 500));
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "16", "40"})
  void partsTogetherFindTheSameBits(int parts) {
    PricePaths paths = paths(walks(300, 60, 0.01, 9));
    List<NearPair> whole = NearestPairs.of(paths, 250, Admission.ANY);
    Stream<NearPair> found =
        IntStream.range(0, parts)
            .boxed()
            .flatMap(part -> NearestPairs.part(paths, 250, Admission.ANY, part, parts).stream());
    assertThat(NearestPairs.closest(found, 250)).isEqualTo(whole);
  }

  /** All distances are one of two: which of the equal ones are kept is told by their names. */
  @Test
  void equallyCloseOnesComeByName() {
    double[][] closes = new double[80][20];
    for (int i = 0; i < closes.length; i++) {
      Arrays.fill(closes[i], 1);
      closes[i][10] += i % 2 == 0 ? 0.5 : 0.25;
    }
    List<NearPair> found = NearestPairs.of(paths(closes), 30, Admission.ANY);
    assertThat(names(found))
        .isEqualTo(IntStream.range(0, 30).mapToObj(j -> "S0000 " + name(2 * j + 1)).toList());
  }

  @Test
  void oneSeriesUnderTwoNamesIsNoPair() {
    double[][] closes = walks(6, 50, 0.01, 2);
    closes[3] = Arrays.stream(closes[1]).map(price -> 0.3 * price).toArray();
    assertThat(names(NearestPairs.of(paths(closes), 100, Admission.ANY)))
        .hasSize(14)
        .doesNotContain("S0001 S0003");
  }

  @Test
  void sectorAndCorrelationAreAskedOfEachPairNotOfTheClosestAlone() {
    double[][] closes = walks(40, 120, 0.003, 3);
    Map<String, String> sectors =
        Map.of("S0003", "x", "S0007", "x", "S0011", "y", "S0012", "y", "S0020", "y", "S0030", "z");
    assertThat(names(NearestPairs.of(paths(closes), 9, new Admission(sectors, -1))))
        .containsExactlyInAnyOrder("S0003 S0007", "S0011 S0012", "S0011 S0020", "S0012 S0020");
  }

  @Test
  void theLeastCorrelationHolds() {
    double[][] closes = walks(40, 120, 0.01, 3);
    List<NearPair> found = NearestPairs.of(paths(closes), 1000, new Admission(Map.of(), 0.5));
    assertThat(found).isNotEmpty().allMatch(pair -> pair.correlation() >= 0.5);
    long expected = 0;
    for (int i = 0; i < 40; i++) {
      for (int j = i + 1; j < 40; j++) {
        expected += naiveCorrelation(closes[i], closes[j]) >= 0.5 ? 1 : 0;
      }
    }
    assertThat(found).hasSize((int) expected);
  }

  private static double naiveCorrelation(double[] a, double[] b) {
    int n = a.length - 1;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      x[k] = a[k + 1] / a[k] - 1;
      y[k] = b[k + 1] / b[k] - 1;
    }
    double mx = Arrays.stream(x).average().orElseThrow();
    double my = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int k = 0; k < n; k++) {
      xy += (x[k] - mx) * (y[k] - my);
      xx += (x[k] - mx) * (x[k] - mx);
      yy += (y[k] - my) * (y[k] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
