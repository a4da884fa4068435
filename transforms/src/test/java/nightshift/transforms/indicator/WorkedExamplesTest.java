package nightshift.transforms.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The indicators of several lines, on so few bars that they can be worked out by hand. */
class WorkedExamplesTest {
  private static final double NAN = Double.NaN;

  /** EMA of 1 bar: 1, 2, 4, 8. Of 2 bars: 3/2, then 2/3 of the way up: 19/6, 115/18. */
  @Test
  void macd() {
    Macd macd = Macd.of(new double[] {1, 2, 4, 8}, 4, 1, 2, 2);
    check(macd.line(), NAN, 1.0 / 2, 5.0 / 6, 29.0 / 18);
    check(macd.signal(), NAN, NAN, 2.0 / 3, 35.0 / 27);
    check(macd.histogram(), NAN, NAN, 1.0 / 6, 17.0 / 54);
  }

  @Test
  void bollinger() {
    Bands bands = Bands.bollinger(new double[] {1, 3, 7}, 3, 2, 2);
    check(bands.middle(), NAN, 2, 5);
    check(bands.upper(), NAN, 4, 9);
    check(bands.lower(), NAN, 0, 1);
  }

  /** True ranges: 3 and then 4, the close before lying outside the day's own range. */
  @Test
  void keltner() {
    double[] high = {5, 7, 4};
    double[] low = {3, 4, 2};
    double[] close = {4, 6, 2};
    Bands bands = Bands.keltner(high, low, close, 3, 1, 1, 0.5);
    check(bands.middle(), 4, 6, 2);
    check(bands.upper(), NAN, 7.5, 4);
    check(bands.lower(), NAN, 4.5, 0);
  }

  @Test
  void donchian() {
    Bands bands = Bands.donchian(new double[] {5, 7, 4, 9}, new double[] {3, 4, 2, 1}, 4, 2);
    check(bands.upper(), NAN, NAN, 7, 7);
    check(bands.lower(), NAN, NAN, 3, 2);
    check(bands.middle(), NAN, NAN, 5, 4.5);
  }

  private static void check(double[] actual, double... expected) {
    assertThat(actual).containsExactly(expected, within(1e-12));
  }
}
