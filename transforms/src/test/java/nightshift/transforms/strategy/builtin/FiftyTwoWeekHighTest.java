package nightshift.transforms.strategy.builtin;

import static nightshift.transforms.strategy.Prices.flat;
import static nightshift.transforms.strategy.Prices.series;
import static org.assertj.core.api.Assertions.assertThat;

import nightshift.transforms.strategy.Decisions;
import nightshift.transforms.strategy.Decisions.Change;
import org.junit.jupiter.api.Test;

class FiftyTwoWeekHighTest {
  private final FiftyTwoWeekHigh strategy = new FiftyTwoWeekHigh();

  /** The high is 100; 95 is near enough to enter, 80 near enough to stay, 79.9 is not. */
  @Test
  void entersNearTheHighAndLeavesFarFromIt() {
    double[] closes =
        series(
            flat(130, 100), flat(10, 94.9), flat(5, 95), flat(10, 80), flat(3, 79.9), flat(2, 90));
    assertThat(Decisions.alone(strategy, closes, 140, 126, 0.95, 0.8))
        .containsExactly(new Change(140, 1), new Change(155, 0));
  }

  /** 126 bars after the last close of 100 the high is 80, which is where the price is. */
  @Test
  void forgetsAHighThatIsOutsideTheWindow() {
    double[] closes = series(flat(130, 100), flat(200, 80));
    assertThat(Decisions.alone(strategy, closes, 140, 126, 1, 0.75))
        .containsExactly(new Change(129 + 126, 1));
    assertThat(Decisions.alone(strategy, closes, 140, 168, 1, 0.75))
        .containsExactly(new Change(129 + 168, 1));
  }

  /** Enter 0.90 and exit 0.95: 92 would be sold at once, so it is not bought. */
  @Test
  void doesNotBuyWhatItWouldSell() {
    double[] closes = series(flat(130, 100), flat(10, 92), flat(5, 96), flat(5, 92));
    assertThat(Decisions.alone(strategy, closes, 135, 126, 0.9, 0.95))
        .containsExactly(new Change(140, 1), new Change(145, 0));
  }
}
