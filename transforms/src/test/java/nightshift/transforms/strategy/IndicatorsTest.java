package nightshift.transforms.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import nightshift.transforms.indicator.Averages;
import nightshift.transforms.indicator.Deviations;
import nightshift.transforms.indicator.Extremes;
import nightshift.transforms.indicator.Wilder;
import nightshift.transforms.panel.Window;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
  private static final Bars BARS =
      Block.of(RandomPrices.whole(1, 1, 120), new Window(60, 100)).get(0);

  @Test
  void areThoseOfTheSymbolUpToTheEndOfTheWindow() {
    assertThat(Indicators.sma(BARS, 5)).isEqualTo(Averages.sma(BARS.close(), 100, 5));
    assertThat(Indicators.standardDeviation(BARS, 5))
        .isEqualTo(Deviations.standardDeviation(BARS.close(), 100, 5));
    assertThat(Indicators.volatility(BARS, 5))
        .isEqualTo(Deviations.volatility(BARS.close(), 100, 5));
    assertThat(Indicators.rsi(BARS, 5)).isEqualTo(Wilder.rsi(BARS.close(), 100, 5));
    assertThat(Indicators.atr(BARS, 5))
        .isEqualTo(Wilder.atr(BARS.high(), BARS.low(), BARS.close(), 100, 5));
    assertThat(Indicators.highestClose(BARS, 5)).isEqualTo(Extremes.highest(BARS.close(), 100, 5));
    assertThat(Indicators.highestHigh(BARS, 5)).isEqualTo(Extremes.highest(BARS.high(), 100, 5));
    assertThat(Indicators.lowestLow(BARS, 5)).isEqualTo(Extremes.lowest(BARS.low(), 100, 5));
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
