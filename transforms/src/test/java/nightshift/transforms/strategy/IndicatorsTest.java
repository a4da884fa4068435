package nightshift.transforms.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import nightshift.io.market.Column;
import nightshift.transforms.indicator.Averages;
import nightshift.transforms.indicator.Deviations;
import nightshift.transforms.indicator.Extremes;
import nightshift.transforms.indicator.Wilder;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {
  private static final Set<Column> COLUMNS = Set.copyOf(EnumSet.allOf(Column.class));
  private static final Bars BARS =
      Block.of(RandomPrices.whole(1, 1, 120), new Window(60, 100)).get(0);

  @Test
  void areThoseOfTheSymbolUpToTheEndOfTheWindow() {
    double[] close = BARS.close();
    assertSame(Indicators.sma(BARS, 5), Averages.sma(close, 100, 5));
    assertSame(Indicators.sma(BARS, 1), close);
    assertClose(Indicators.standardDeviation(BARS, 5), Deviations.standardDeviation(close, 100, 5));
    assertClose(Indicators.volatility(BARS, 5), Deviations.volatility(close, 100, 5));
    assertSame(Indicators.rsi(BARS, 5), Wilder.rsi(close, 100, 5));
    assertSame(Indicators.atr(BARS, 5), Wilder.atr(BARS.high(), BARS.low(), close, 100, 5));
    assertSame(Indicators.highestClose(BARS, 5), Extremes.highest(close, 100, 5));
    assertSame(Indicators.highestHigh(BARS, 13), Extremes.highest(BARS.high(), 100, 13));
    assertSame(Indicators.lowestLow(BARS, 16), Extremes.lowest(BARS.low(), 100, 16));
  }

  @Test
  void ofOneBarIsThatOfAll() {
    double[] volatility = Deviations.volatility(BARS.close(), 100, 7);
    for (int t = 0; t < 100; t++) {
      double expected = volatility[t];
      double actual = Indicators.volatilityAt(BARS, 7, t);
      assertThat(actual).as("bar %s", t).satisfies(v -> assertClose(v, expected));
    }
  }

  /** What a bar before the window needs is not computed, and must not look as if it were. */
  @Test
  void areNaNBeforeTheBarThatAStrategyMayLookBackTo() {
    for (double[] indicator :
        List.of(
            Indicators.sma(BARS, 5),
            Indicators.standardDeviation(BARS, 5),
            Indicators.highestClose(BARS, 5),
            Indicators.lowestLow(BARS, 5))) {
      assertThat(Arrays.copyOf(indicator, BARS.first() - 1)).containsOnly(Double.NaN);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5_000, 1_000_000})
  void areNotMixedUpWhenAWorkspaceServesAnotherBlock(long keptBytes) {
    Panel panel = RandomPrices.whole(2, 3, 120);
    Workspace workspace = new Workspace();
    workspace.restart(50, keptBytes);
    workspace.restart(panel.days(), keptBytes);
    for (int i : new int[] {0, 2, 1, 0}) {
      Bars lent =
          Block.of(panel, new Window(60, 100), i, i + 1, EnumSet.allOf(Column.class), workspace)
              .get(0);
      Bars alone = Block.of(panel, new Window(60, 100), i, i + 1).get(0);
      for (int n : new int[] {9, 4, 30}) {
        assertSame(Indicators.sma(lent, n), Arrays.copyOf(Indicators.sma(alone, n), 100));
        assertSame(Indicators.rsi(lent, n), Arrays.copyOf(Indicators.rsi(alone, n), 100));
      }
    }
  }

  @Test
  void stayForTheNextTimeAsFarAsThereIsRoom() {
    Panel panel = RandomPrices.whole(2, 2, 120);
    Workspace workspace = new Workspace();
    workspace.restart(120, 2 * 120 * Double.BYTES);
    Bars bars = Block.of(panel, new Window(60, 100), 0, 1, COLUMNS, workspace).get(0);
    double[] first = Indicators.rsi(bars, 2);
    double[] second = Indicators.rsi(bars, 3);
    double[] third = Indicators.rsi(bars, 4);
    Block.of(panel, new Window(60, 100), 1, 2, COLUMNS, workspace);
    bars = Block.of(panel, new Window(60, 100), 0, 1, COLUMNS, workspace).get(0);
    assertThat(Indicators.rsi(bars, 2)).isSameAs(first);
    assertThat(Indicators.rsi(bars, 3)).isSameAs(second);
    third[99] = -1;
    assertThat(Indicators.rsi(bars, 4)[99]).isNotEqualTo(-1);
  }

  @Test
  void areForgottenWhenAWorkspaceBeginsAnew() {
    Workspace workspace = new Workspace();
    workspace.restart(120, 1_000_000);
    Panel panel = RandomPrices.whole(2, 2, 120);
    double[] before =
        Indicators.rsi(Block.of(panel, new Window(60, 100), 0, 1, COLUMNS, workspace).get(0), 2)
            .clone();
    workspace.restart(120, 1_000_000);
    Panel other = RandomPrices.whole(3, 2, 120);
    double[] after =
        Indicators.rsi(Block.of(other, new Window(60, 100), 0, 1, COLUMNS, workspace).get(0), 2);
    assertThat(after[99]).isNotEqualTo(before[99]);
  }

  /** From the bar before the first that is decided on. */
  private static void assertSame(double[] actual, double[] expected) {
    for (int t = BARS.first() - 1; t < 100; t++) {
      assertThat(actual[t]).as("bar %s", t).isEqualTo(expected[t]);
    }
  }

  private static void assertClose(double[] actual, double[] expected) {
    for (int t = BARS.first() - 1; t < 100; t++) {
      assertClose(actual[t], expected[t]);
    }
  }

  private static void assertClose(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }
  }

  @Test
  void areComputedOnceForEachParameter() {
    List<BiFunction<Bars, Integer, double[]>> indicators =
        List.of(
            Indicators::sma,
            Indicators::standardDeviation,
            Indicators::volatility,
            Indicators::rsi,
            Indicators::atr,
            Indicators::highestClose,
            Indicators::highestHigh,
            Indicators::lowestLow);
    for (BiFunction<Bars, Integer, double[]> indicator : indicators) {
      assertThat(indicator.apply(BARS, 7)).isSameAs(indicator.apply(BARS, 7));
      assertThat(indicator.apply(BARS, 7)).isNotEqualTo(indicator.apply(BARS, 8));
    }
  }
}
