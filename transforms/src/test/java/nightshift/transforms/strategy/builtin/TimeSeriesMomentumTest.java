package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Prices.flat;
import static nightshift.transforms.strategy.Prices.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import org.junit.jupiter.api.Test;

class TimeSeriesMomentumTest {
  private final TimeSeriesMomentum strategy = new TimeSeriesMomentum();

  /** 101 and 100 by turns, on a level: up 1 %, down 0.99 %, so that volatility is known. */
  private static double[] shaking(int bars, double level) {
    return IntStream.range(0, bars).mapToDouble(t -> level * (1 + t % 2 * 0.01)).toArray();
  }

  /**
   * Up on day 100, down on day 140. Looked at on days 99, 108, ... 144, ... 189, each time against
   * the price 42 bars before, which from day 182 on is the same.
   */
  @Test
  void followsTheSignOnItsDaysOnly() {
    double[] closes = series(shaking(100, 50), shaking(40, 60), shaking(60, 40));
    List<Change> changes = Decisions.alone(strategy, closes, 100, 42, 9, 20, 0.4);
    Map<Double, Integer> firstDays = new LinkedHashMap<>();
    for (Change change : changes) {
      assertThat((change.day() - 99) % 9).isZero();
      firstDays.putIfAbsent(Math.signum(change.weight()), change.day());
    }
    assertThat(firstDays).containsExactly(entry(1.0, 108), entry(-1.0, 144), entry(0.0, 189));
  }

  /** Returns of +1 % and -0.990 % by turns: a daily deviation of 1.021 %, 16.2 % a year. */
  @Test
  void holdsLessOfWhatMovesMore() {
    double[] closes = shaking(100, 50);
    assertThat(Decisions.alone(strategy, closes, 60, 21, 63, 20, 0.05))
        .singleElement()
        .satisfies(c -> assertThat(c.day()).isEqualTo(59))
        .satisfies(c -> assertThat(c.weight()).isCloseTo(0.05 / 0.16204, within(1e-4)));
    assertThat(Decisions.alone(strategy, closes, 60, 21, 63, 20, 0.4))
        .containsExactly(new Change(59, 1));
  }

  @Test
  void holdsNothingOfAPriceThatIsWhereItWas() {
    assertThat(Decisions.alone(strategy, flat(100, 50), 60, 21, 5, 20, 0.4)).isEmpty();
  }

  /** Days 59 and 69 of the calendar; on the latter the symbol has no bar until 72. */
  @Test
  void decidesAtTheNextBarWhereThereIsNone() {
    double[] rising = IntStream.range(0, 75).mapToDouble(t -> 50 + t + t % 2 * 20).toArray();
    for (int day = 66; day < 72; day++) {
      rising[day] = Double.NaN;
    }
    assertThat(Decisions.alone(strategy, rising, 60, 21, 11, 20, 0.05))
        .extracting(Change::day)
        .containsExactly(59, 72);
  }
}
