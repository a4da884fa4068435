package nightshift.transforms.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import nightshift.transforms.panel.Window;
import org.junit.jupiter.api.Test;

class BarsTest {
  private static final double NONE = Double.NaN;

  /** Bars 0 to 3 on days 1, 2, 4 and 6; the window ends before the last of them. */
  private final Bars bars =
      Block.of(Prices.closes(new double[] {NONE, 10, 11, NONE, 12, NONE, 13}), new Window(3, 6))
          .get(0);

  @Test
  void decidesFromTheLastBarBeforeTheWindowToTheLastInIt() {
    assertThat(bars.first()).isEqualTo(1);
    assertThat(bars.length()).isEqualTo(3);
  }

  @Test
  void findsTheBarOnOrBeforeADay() {
    assertThat(bars.barAt(0)).isEqualTo(-1);
    assertThat(bars.barAt(2)).isEqualTo(1);
    assertThat(bars.barAt(3)).isEqualTo(1);
    assertThat(bars.barAt(6)).isEqualTo(2);
  }

  @Test
  void findsTheBarOnOrAfterADay() {
    assertThat(bars.barFrom(-1)).isZero();
    assertThat(bars.barFrom(2)).isEqualTo(1);
    assertThat(bars.barFrom(3)).isEqualTo(2);
    assertThat(bars.barFrom(5)).isEqualTo(3);
    assertThat(bars.barFrom(7)).isEqualTo(3);
  }
}
