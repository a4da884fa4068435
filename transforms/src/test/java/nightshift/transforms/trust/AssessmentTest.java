package nightshift.transforms.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nightshift.transforms.stats.Metrics;
import org.junit.jupiter.api.Test;

class AssessmentTest {
  private static final int[] DAYS = IntStream.range(1000, 1500).toArray();

  private static double[] noise(Random random, double mean) {
    double[] returns = new double[DAYS.length];
    Arrays.setAll(returns, i -> mean + 0.01 * random.nextGaussian());
    return returns;
  }

  private static Contender contender(double... returns) {
    return new Contender(new DailySeries(DAYS, returns), 2, 0.9, 100, 0.3);
  }

  private static double[] mixed(double[] a, double[] b, double ofB) {
    double[] mixed = new double[a.length];
    Arrays.setAll(mixed, i -> a[i] + ofB * b[i]);
    return mixed;
  }

  @Test
  void splitsReturnsIntoAShareOfTheMarketAndTheRest() {
    Random random = new Random(1);
    double[] market = noise(random, 0.0005);
    double[] own = noise(random, 0.001);
    double[] returns = mixed(own, market, 0.5);
    Assessment found =
        Assessment.of(List.of(contender(returns)), new DailySeries(DAYS, market), 0.0001, 1);
    Figures figures = found.figures().get(0);
    double n = DAYS.length;
    double cov = 0;
    double var = 0;
    double mr = Arrays.stream(returns).sum() / n;
    double mm = Arrays.stream(market).sum() / n;
    for (int i = 0; i < n; i++) {
      cov += (returns[i] - mr) * (market[i] - mm);
      var += Math.pow(market[i] - mm, 2);
    }
    assertThat(figures.beta()).isCloseTo(cov / var, within(1e-9)).isCloseTo(0.5, within(0.1));
    assertThat(figures.alpha())
        .isCloseTo(252 * (mr - 0.0001 - cov / var * (mm - 0.0001)), within(1e-9));
    assertThat(figures.alphaP()).isLessThan(0.1);
    assertThat(figures.sharpe()).isEqualTo(Metrics.sharpe(returns, 0.0001));
    assertThat(figures.efficiency()).isEqualTo(figures.sharpe() / 2);
    assertThat(found.benchmarkSharpe()).isEqualTo(Metrics.sharpe(market, 0.0001));
  }

  @Test
  void alphaIsFoundByChanceAsOftenAsSaid() {
    int trials = 100;
    int alone = 0;
    int family = 0;
    for (int seed = 0; seed < trials; seed++) {
      Random random = new Random(seed);
      double[] market = noise(random, 0.001);
      List<Contender> contenders = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        contenders.add(contender(mixed(noise(random, 0), market, 0.8)));
      }
      List<Figures> figures =
          Assessment.of(contenders, new DailySeries(DAYS, market), 0, seed).figures();
      alone += (int) figures.stream().filter(f -> f.alphaP() <= 0.1).count();
      family += figures.stream().anyMatch(f -> f.familyAlphaP() <= 0.1) ? 1 : 0;
    }
    // Of 400, 40 expected; of 100, 10.
    assertThat(alone).isBetween(20, 62);
    assertThat(family).isBetween(2, 20);
  }

  @Test
  void theFamilysPIsNeverTheSmallerOne() {
    Random random = new Random(3);
    double[] market = noise(random, 0);
    List<Contender> contenders =
        List.of(contender(noise(random, 0.001)), contender(noise(random, 0.0003)));
    Assessment.of(contenders, new DailySeries(DAYS, market), 0, 1)
        .figures()
        .forEach(f -> assertThat(f.familyAlphaP()).isGreaterThanOrEqualTo(f.alphaP() - 0.01));
  }

  @Test
  void daysOfAFoldWithoutAChampionAreCash() {
    double[] market = noise(new Random(1), 0.0005);
    DailySeries half = new DailySeries(Arrays.copyOf(DAYS, 250), Arrays.copyOf(market, 250));
    Figures figures =
        Assessment.of(
                List.of(new Contender(half, 1, 0.9, 10, Double.NaN)),
                new DailySeries(DAYS, market),
                0,
                1)
            .figures()
            .get(0);
    assertThat(figures.days()).isEqualTo(500);
    double[] cash = Arrays.copyOf(Arrays.copyOf(market, 250), 500);
    assertThat(figures.sharpe()).isEqualTo(Metrics.sharpe(cash, 0));
  }

  @Test
  void whatCannotBeTestedIsUnknown() {
    double[] returns = noise(new Random(1), 0);
    Assessment flat =
        Assessment.of(List.of(contender(returns)), new DailySeries(DAYS, new double[500]), 0, 1);
    assertThat(flat.figures().get(0).alphaP()).isNaN();
    assertThat(flat.spa()).isNaN();
    Assessment none = Assessment.of(List.of(), new DailySeries(DAYS, returns), 0, 1);
    assertThat(none.figures()).isEmpty();
    assertThat(none.realityCheck()).isNaN();
    assertThatThrownBy(
            () ->
                Assessment.of(
                    List.of(contender(returns)),
                    new DailySeries(new int[] {1}, new double[] {0.1}),
                    0,
                    1))
        .hasMessageContaining("day 1000 is not one of the benchmark's");
  }

  @Test
  void foldsAreStitchedInOrderOfTheirDays() {
    DailySeries late = new DailySeries(new int[] {5, 6}, new double[] {0.5, 0.6});
    DailySeries early = new DailySeries(new int[] {1, 3}, new double[] {0.1, 0.3});
    DailySeries none = new DailySeries(new int[0], new double[0]);
    DailySeries stitched = DailySeries.stitch(List.of(late, none, early));
    assertThat(stitched.days()).containsExactly(1, 3, 5, 6);
    assertThat(stitched.returns()).containsExactly(0.1, 0.3, 0.5, 0.6);
    DailySeries overlapping = new DailySeries(new int[] {2, 5}, new double[] {0, 0});
    assertThatThrownBy(() -> DailySeries.stitch(List.of(late, overlapping)))
        .hasMessageContaining("days must ascend, but 5 follows 5");
    assertThatThrownBy(() -> new DailySeries(new int[1], new double[2]))
        .hasMessageContaining("1 days, but 2 returns");
  }
}
