package nightshift.transforms.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nightshift.transforms.strategy.builtin.ClosestPairs.Match;
import org.junit.jupiter.api.Test;

class ClosestPairsTest {

  /** Rows of a random walk, more than two tiles of them, columns that no stride divides. */
  private static double[] walks(int rows, int columns) {
    Random random = new Random(1);
    double[] matrix = new double[rows * columns];
    for (int k = 0; k < matrix.length; k++) {
      double before = k % columns == 0 ? 1 : matrix[k - 1];
      matrix[k] = before + random.nextGaussian() / 100;
    }
    return matrix;
  }

  @Test
  void findsWhatLookingAtAllFinds() {
    int rows = 150;
    int columns = 131;
    double[] matrix = walks(rows, columns);
    List<Match> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      for (int j = i + 1; j < rows; j++) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
          sum += Math.pow(matrix[i * columns + k] - matrix[j * columns + k], 2);
        }
        all.add(new Match(i, j, sum));
      }
    }
    all.sort(Match.ORDER);
    List<Match> found = ClosestPairs.of(matrix, rows, columns, 40, 0);
    assertThat(found).hasSize(40);
    for (int i = 0; i < 40; i++) {
      assertThat(found.get(i).first()).isEqualTo(all.get(i).first());
      assertThat(found.get(i).second()).isEqualTo(all.get(i).second());
      assertThat(found.get(i).distance()).isCloseTo(all.get(i).distance(), within(1e-12));
    }
  }

  /** Of 3,160 pairs that are all equally close, those of the first rows. */
  @Test
  void amongEqualsTakesTheFirstRows() {
    int rows = 80;
    double[] matrix = new double[rows * rows];
    for (int i = 0; i < rows; i++) {
      matrix[i * rows + i] = 1;
    }
    List<Match> found = ClosestPairs.of(matrix, rows, rows, 90, 0);
    assertThat(found.subList(0, 79)).allMatch(m -> m.first() == 0 && m.distance() == 2);
    assertThat(found.get(79)).isEqualTo(new Match(1, 2, 2));
    assertThat(found.get(89)).isEqualTo(new Match(1, 12, 2));
  }

  @Test
  void leavesOutRowsThatAreTheSame() {
    double[] matrix = {1, 2, 3, 1, 2, 3, 1, 2, 4};
    assertThat(ClosestPairs.of(matrix, 3, 3, 5, 0))
        .containsExactly(new Match(0, 2, 1), new Match(1, 2, 1));
  }

  @Test
  void hasNoPairsOfOneRow() {
    double[] one = new double[10];
    Arrays.fill(one, 1);
    assertThat(ClosestPairs.of(one, 1, 10, 5, 0)).isEmpty();
    assertThat(ClosestPairs.of(new double[0], 0, 10, 5, 0)).isEmpty();
  }
}
