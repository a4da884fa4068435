package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoFrontTest {
  private record Named(int number, Score score) {}

  private static final Comparator<Named> ORDER =
      Comparator.comparing(Named::score).reversed().thenComparing(Named::number);

  private static Score score(boolean qualified, double value, double... further) {
    return new Score(value, 20, qualified, java.util.Arrays.stream(further).boxed().toList());
  }

  @Test
  void dominanceIsNoWorseInAllAndBetterInOne() {
    Score better = score(true, 2, 3);
    assertThat(better.dominance(score(true, 2, 2))).isEqualTo(1);
    assertThat(score(true, 2, 2).dominance(better)).isEqualTo(-1);
    assertThat(better.dominance(better)).isZero();
    assertThat(better.dominance(score(true, 9, 2))).isZero();
    assertThat(score(true, -9, -9).dominance(score(false, 9, 9))).isEqualTo(1);
    assertThat(score(false, 9, 9).dominance(score(true, -9, -9))).isEqualTo(-1);
    Score few = new Score(9, 3, false, List.of(9.0));
    Score more = new Score(Double.NaN, 4, false, List.of(Double.NaN));
    assertThat(more.dominance(few)).isEqualTo(1);
    assertThat(few.dominance(more)).isEqualTo(-1);
  }

  /** Every candidate against every other, as the definition says. */
  private static List<Score> naive(List<Named> all) {
    List<Score> front = new ArrayList<>();
    for (Named one : all) {
      boolean dominated = !one.score.qualified();
      for (Named other : all) {
        boolean noWorse = other.score.qualified();
        boolean better = false;
        for (int i = 0; i < one.score.objectives(); i++) {
          noWorse &= other.score.value(i) >= one.score.value(i);
          better |= other.score.value(i) > one.score.value(i);
        }
        dominated |= noWorse && better;
      }
      if (!dominated) {
        front.add(one.score);
      }
    }
    return front.stream().distinct().sorted(Comparator.<Score>naturalOrder().reversed()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void agreesWithANaiveLoopWhateverTheOrder(int objectives) {
    Random random = new Random(objectives);
    for (int round = 0; round < 50; round++) {
      List<Named> all = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        double[] further = random.ints(objectives - 1, 0, 12).asDoubleStream().toArray();
        all.add(new Named(i, score(random.nextInt(5) > 0, random.nextInt(12), further)));
      }
      List<Named> members = front(all).members();
      assertThat(members).extracting(Named::score).isEqualTo(naive(all));
      Collections.shuffle(all, random);
      assertThat(front(all).members()).isEqualTo(members);
    }
  }

  private static ParetoFront<Named> front(List<Named> all) {
    ParetoFront<Named> front = new ParetoFront<>(Named::score, ORDER);
    all.forEach(front::add);
    return front;
  }

  @Test
  void onlyWhatIsBetterOrNewIsAChange() {
    List<Score> scores =
        List.of(
            score(false, 9, 9),
            score(true, 1, 1),
            score(true, 1, 1),
            score(true, 0, 1),
            score(true, 0, 2),
            score(true, 3, 3));
    int[] changes = {0, 1, 1, 1, 2, 3};
    int[] sizes = {0, 1, 1, 1, 2, 1};
    ParetoFront<Named> front = new ParetoFront<>(Named::score, ORDER);
    IntStream.range(0, changes.length)
        .forEach(
            i -> {
              front.add(new Named(-i, scores.get(i)));
              assertThat(front.changes()).as("after %d", i).isEqualTo(changes[i]);
              assertThat(front.size()).as("after %d", i).isEqualTo(sizes[i]);
            });
  }
}
