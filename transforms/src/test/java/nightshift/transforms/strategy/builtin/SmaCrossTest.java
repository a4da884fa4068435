package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Prices.flat;
import static nightshift.transforms.strategy.Prices.series;
import static org.assertj.core.api.Assertions.assertThat;

import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import org.junit.jupiter.api.Test;

class SmaCrossTest {
  private final SmaCross strategy = new SmaCross();

  @Test
  void isLongWhileThePriceIsAboveItsAverage() {
    double[] closes = series(flat(60, 100), flat(20, 110), flat(20, 90));
    assertThat(Decisions.alone(strategy, closes, 55, 1, 50, 0))
        .containsExactly(new Change(60, 1), new Change(80, 0));
  }

  /**
   * The average of two prices passes that of fifty on the first day, that of four days later on.
   */
  @Test
  void aFastAverageLagsBehindThePrice() {
    double[] closes = series(flat(60, 100), flat(1, 90), flat(20, 103));
    assertThat(Decisions.alone(strategy, closes, 55, 2, 50, 0)).containsExactly(new Change(62, 1));
    assertThat(Decisions.alone(strategy, closes, 55, 5, 50, 0)).containsExactly(new Change(64, 1));
  }

  /** 101 and 101.5 are not 2 % above the average, 110 is; 105 and 100 are not 2 % below it. */
  @Test
  void doesNothingWithinTheBand() {
    double[] closes =
        series(flat(60, 100), flat(5, 101), flat(1, 110), flat(5, 105), flat(5, 100), flat(5, 95));
    assertThat(Decisions.alone(strategy, closes, 55, 1, 50, 0.02))
        .containsExactly(new Change(65, 1), new Change(76, 0));
  }

  /** It knows nothing of the price before, and may enter on the day before the window. */
  @Test
  void decidesFirstOnTheDayBeforeTheWindow() {
    double[] closes = series(flat(60, 100), flat(20, 110));
    assertThat(Decisions.alone(strategy, closes, 70, 1, 50, 0)).containsExactly(new Change(69, 1));
    assertThat(Decisions.alone(strategy, closes, 61, 1, 50, 0)).containsExactly(new Change(60, 1));
  }

  @Test
  void waitsForTheSlowAverageOfALateListing() {
    double[] closes = series(flat(20, Double.NaN), flat(20, 100), flat(80, 110));
    assertThat(Decisions.alone(strategy, closes, 30, 1, 50, 0)).containsExactly(new Change(69, 1));
  }
}
