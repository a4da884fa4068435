package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Prices.flat;
import static nightshift.transforms.strategy.Prices.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import nightshift.transforms.strategy.Prices;
import org.junit.jupiter.api.Test;

class CrossSectionMomentumTest {
  private static final int DAYS = 140;
  private final CrossSectionMomentum strategy = new CrossSectionMomentum();

  /** Grows by so much of its first price a day. */
  private static double[] line(double daily) {
    return IntStream.range(0, DAYS).mapToDouble(t -> 100 * (1 + daily * t)).toArray();
  }

  private List<List<Change>> decide(Window window, double[] values, double[]... closes) {
    Panel panel = Prices.closes(closes);
    return Decisions.of(strategy, panel, window, values);
  }

  /** Ten symbols, the top 30 %: the three that grow fastest, from the first day on. */
  @Test
  void holdsTheWinnersInEqualParts() {
    double[][] closes = new double[10][];
    for (int i = 0; i < 10; i++) {
      closes[i] = line(0.001 * (i * 7 % 10));
    }
    List<List<Change>> changes =
        decide(new Window(100, DAYS), new double[] {63, 5, 5, 0.3}, closes);
    for (int i = 0; i < 10; i++) {
      if (i * 7 % 10 >= 7) {
        assertThat(changes.get(i)).containsExactly(new Change(99, 1.0 / 3));
      } else {
        assertThat(changes.get(i)).isEmpty();
      }
    }
  }

  /**
   * B doubles on day 101. Ranked on days 99, 104, 109, ...; with 7 days skipped the doubling is
   * seen on day 109, with none on day 104.
   */
  @Test
  void ranksOnItsDaysByReturnsThatEndedBefore() {
    double[] jump = series(flat(101, 100), flat(DAYS - 101, 200));
    assertThat(decide(new Window(100, DAYS), new double[] {63, 7, 5, 0.3}, line(0.001), jump))
        .containsExactly(
            List.of(new Change(99, 1), new Change(109, 0)), List.of(new Change(109, 1)));
    assertThat(decide(new Window(100, DAYS), new double[] {63, 0, 5, 0.3}, line(0.001), jump))
        .containsExactly(
            List.of(new Change(99, 1), new Change(104, 0)), List.of(new Change(104, 1)));
  }

  /** B would win, but has no bar on day 104, and is sold at the next. */
  @Test
  void leavesOutWhoHasNoBar() {
    double[] gap = line(0.002);
    gap[104] = Double.NaN;
    assertThat(decide(new Window(100, 109), new double[] {63, 0, 5, 0.3}, line(0.001), gap))
        .containsExactly(
            List.of(new Change(104, 1)), List.of(new Change(99, 1), new Change(105, 0)));
  }

  /** B's 64th bar, the first with one 63 bars before it, falls on day 104, a day of ranking. */
  @Test
  void leavesOutWhoIsListedTooLate() {
    double[] late = line(0.002);
    for (int day = 0; day < 41; day++) {
      late[day] = Double.NaN;
    }
    assertThat(decide(new Window(100, DAYS), new double[] {63, 0, 5, 0.3}, line(0.001), late))
        .containsExactly(
            List.of(new Change(99, 1), new Change(104, 0)), List.of(new Change(104, 1)));
  }

  @Test
  void prefersTheFirstOfEquals() {
    double[][] closes = {line(0), line(0.001), line(0.001), line(0.001), line(0), line(0), line(0)};
    assertThat(decide(new Window(100, DAYS), new double[] {63, 0, 5, 0.3}, closes))
        .startsWith(
            List.of(), List.of(new Change(99, 0.5)), List.of(new Change(99, 0.5)), List.of());
  }
}
