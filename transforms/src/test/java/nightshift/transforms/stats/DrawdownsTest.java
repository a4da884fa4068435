package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DrawdownsTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void threeOfThem() {
    // 0.9 (from the start), 1.0; 2.0, 1.0, 1.5, 2.0; 2.2, 1.98 and no way back.
    double[] returns = {
      -0.1, 1 / 0.9 - 1, 1, -0.5, 0.5, 2 / 1.5 - 1, 0.1, -0.1, 0.05,
    };
    Drawdowns drawdowns = Drawdowns.of(returns);
    assertThat(drawdowns.average()).isCloseTo(-(0.1 + 0.5 + 0.1) / 3, CLOSE);
    // 2 days from the start, 3 from the top of 2.0, 2 to the end.
    assertThat(drawdowns.longestDays()).isEqualTo(3);
    assertThat(drawdowns.averageDays()).isCloseTo(7.0 / 3, CLOSE);
  }

  @Test
  void daysAtTheTopBelongToNone() {
    assertThat(Drawdowns.of(new double[] {0, 0, 0, -0.1, 0, 0}).longestDays()).isEqualTo(3);
    // A capital that only rounding keeps below its top is at it.
    assertThat(Drawdowns.of(new double[] {-2e-16, 0.1, -1e-16}).longestDays()).isZero();
  }

  @Test
  void withoutAFallThereIsNoneAndWithoutDaysNothing() {
    Drawdowns none = Drawdowns.of(new double[] {0.1, 0, 0.2});
    assertThat(none.longestDays()).isZero();
    assertThat(none.average()).isNaN();
    assertThat(none.averageDays()).isNaN();
    assertThat(Drawdowns.of(new double[0]).longestDays()).isNaN();
  }

  @Test
  void agreeWithANaiveLoop() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double[] returns = new double[random.nextInt(60)];
      for (int i = 0; i < returns.length; i++) {
        // Whole percents, so that tops are reached again now and then.
        returns[i] = random.nextInt(4) == 0 ? 0 : 0.01 * (random.nextInt(9) - 4);
      }
      assertAgrees(returns, "seed " + seed);
    }
  }

  /** For each day at a top which is not followed by another: how deep, and until when. */
  private static void assertAgrees(double[] returns, String where) {
    List<Double> equity = new ArrayList<>(List.of(1.0));
    for (double r : returns) {
      equity.add(equity.get(equity.size() - 1) * (1 + r));
    }
    List<Double> depths = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (int day = 0; day < returns.length; day++) {
      double top = equity.get(day);
      boolean isTop = top >= Collections.max(equity.subList(0, day + 1)) - 1e-13;
      if (!isTop || equity.get(day + 1) >= top - 1e-13) {
        continue;
      }
      int end = day + 1;
      while (end < returns.length && equity.get(end) < top - 1e-13) {
        end++;
      }
      lengths.add(end - day);
      depths.add(Collections.min(equity.subList(day, end + 1)) / top - 1);
    }
    Drawdowns found = Drawdowns.of(returns);
    if (depths.isEmpty()) {
      assertThat(found.average()).as(where).isNaN();
      return;
    }
    double depth = depths.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double days = lengths.stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertThat(found.average()).as(where).isCloseTo(depth, CLOSE);
    assertThat(found.averageDays()).as(where).isCloseTo(days, CLOSE);
    assertThat(found.longestDays()).as(where).isEqualTo(Collections.max(lengths).doubleValue());
  }
}
