package nightshift.transforms.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestTest {
  @Test
  void areThoseThatSortingPutsFirst() {
    Random random = new Random(3);
    Best best = new Best(60);
    for (int round = 0; round < 5_000; round++) {
      double[] numbers = numbers(random);
      double share = (1 + random.nextInt(20)) / 20.0;
      double[] sorted = Arrays.stream(numbers).filter(n -> !Double.isNaN(n)).sorted().toArray();
      int count = sorted.length == 0 ? 0 : Math.max(1, (int) Math.round(share * sorted.length));
      best.choose(numbers, share);
      assertThat(best.count()).isEqualTo(count);
      if (count > 0) {
        double least = sorted[sorted.length - count];
        assertThat(best.least()).isEqualTo(least);
        long better = Arrays.stream(sorted).filter(n -> n > least).count();
        assertThat(best.ties()).isEqualTo((int) (count - better));
      } else {
        assertThat(best.least()).isInfinite();
        assertThat(best.ties()).isZero();
      }
    }
  }

  /**
   * Some are NaN, some equal; now and then all change at once, so that the last guess is far off.
   */
  private static double[] numbers(Random random) {
    double[] numbers = new double[random.nextInt(61)];
    double level = random.nextInt(10) == 0 ? 5 * random.nextGaussian() : 0;
    for (int i = 0; i < numbers.length; i++) {
      double rough = Math.round(10 * random.nextGaussian()) / 10.0;
      numbers[i] = random.nextInt(12) == 0 ? Double.NaN : level + rough;
    }
    return numbers;
  }
}
