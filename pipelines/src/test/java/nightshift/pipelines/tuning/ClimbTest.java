package nightshift.pipelines.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClimbTest {
  private final List<Integer> tried = new ArrayList<>();

  private int climb(int start, int ceiling, int expected, int really) throws Exception {
    return Climb.from(
        start,
        ceiling,
        value -> value <= expected,
        value -> {
          tried.add(value);
          return value <= really;
        });
  }

  @Test
  void doublesThenHalves() throws Exception {
    assertThat(climb(10, 1000, 1000, 53)).isBetween(50, 53);
    assertThat(tried).startsWith(20, 40, 80, 60, 50).hasSizeLessThan(8);
  }

  @Test
  void endsAtTheCeiling() throws Exception {
    assertThat(climb(50, 60, 100, 100)).isEqualTo(60);
    assertThat(tried).containsExactly(60);
    tried.clear();
    assertThat(climb(60, 60, 100, 100)).isEqualTo(60);
    assertThat(tried).isEmpty();
  }

  @Test
  void smallNumbersAreFoundExactly() throws Exception {
    for (int most = 1; most <= 12; most++) {
      assertThat(climb(1, 12, 12, most)).isEqualTo(most);
    }
  }

  @Test
  void doesNotTryWhatIsExpectedToFail() throws Exception {
    assertThat(climb(10, 1000, 30, 1000)).isEqualTo(30);
    assertThat(tried).containsExactly(20, 30);
    tried.clear();
    assertThat(climb(10, 1000, 10, 1000)).isEqualTo(10);
    assertThat(tried).isEmpty();
  }

  @Test
  void holdsWhenTheExpectationWasTooGood() throws Exception {
    assertThat(climb(10, 1000, 1000, 10)).isEqualTo(10);
    assertThat(tried).containsExactly(20, 15, 12, 11);
  }
}
