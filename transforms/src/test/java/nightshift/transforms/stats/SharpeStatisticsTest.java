package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures against those that were published with the formulas. */
class SharpeStatisticsTest {

  /** A fund with 24 monthly returns, from The Sharpe Ratio Efficient Frontier. */
  @ParameterizedTest
  @CsvSource({"0, 3, 0.982", "-2.448, 10.164, 0.913"})
  void psr(double skew, double kurtosis, double published) {
    assertThat(SharpeStatistics.psr(0.458, 0, 24, skew, kurtosis))
        .isCloseTo(published, within(5e-4));
  }

  /** Annual ratio 2.5 and variance 0.5 in years of 250 days, from The Deflated Sharpe Ratio. */
  @ParameterizedTest
  @CsvSource({"100, 0.9004", "46, 0.9505"})
  void dsr(long trials, double published) {
    double sharpe = 2.5 / Math.sqrt(250);
    assertThat(SharpeStatistics.dsr(sharpe, 1250, -3, 10, 0.5 / 250, trials))
        .isCloseTo(published, within(5e-5));
  }

  @Test
  void theBestOfAHundredWorthlessTrials() {
    assertThat(SharpeStatistics.expectedMaximum(0.5 / 250, 100)).isCloseTo(0.1132, within(5e-5));
  }

  /** Years until an annual ratio of 2 is above 1, from The Sharpe Ratio Efficient Frontier. */
  @ParameterizedTest
  @CsvSource({"252, 2.73", "52, 2.83", "12, 3.24"})
  void minTrackRecord(int periodsAYear, double published) {
    double annual = Math.sqrt(periodsAYear);
    assertThat(SharpeStatistics.minTrackRecord(2 / annual, 1 / annual, 0, 3, 0.95) / periodsAYear)
        .isCloseTo(published, within(5e-3));
  }

  @Test
  void afterTheMinimumTrackRecordThePsrIsWhatWasAskedFor() {
    double periods = SharpeStatistics.minTrackRecord(0.458, 0.1, -2.448, 10.164, 0.9);
    assertThat(SharpeStatistics.psr(0.458, 0.1, (int) periods, -2.448, 10.164)).isLessThan(0.9);
    assertThat(SharpeStatistics.psr(0.458, 0.1, (int) periods + 1, -2.448, 10.164))
        .isGreaterThan(0.9);
    assertThat(SharpeStatistics.minTrackRecord(0.1, 0.1, 0, 3, 0.95)).isNaN();
    assertThat(SharpeStatistics.minTrackRecord(1, 0, 3, 3, 0.95)).as("1 - 3 + 0.5 < 0").isNaN();
    assertThat(SharpeStatistics.minTrackRecord(Double.NaN, 0, 0, 3, 0.95)).isNaN();
  }

  @Test
  void ofReturnsItIsTheProbabilityOfARatioAboveZero() {
    Moments moments = new Moments(24, 0.458, 1, -2.448, 10.164);
    assertThat(SharpeStatistics.psr(moments))
        .isEqualTo(SharpeStatistics.psr(0.458, 0, 24, -2.448, 10.164));
  }

  @Test
  void aHigherBenchmarkIsLessProbablyBeaten() {
    assertThat(SharpeStatistics.psr(0.1, 0.1, 250, 0, 3)).isEqualTo(0.5);
    assertThat(SharpeStatistics.psr(0.1, 0.2, 250, 0, 3)).isLessThan(0.1);
  }

  @Test
  void undefinedIsNaN() {
    double nan = Double.NaN;
    assertThat(SharpeStatistics.psr(0.1, 0, 1, 0, 3)).isNaN();
    assertThat(SharpeStatistics.psr(nan, 0, 250, 0, 3)).isNaN();
    assertThat(SharpeStatistics.psr(0.1, nan, 250, 0, 3)).isNaN();
    assertThat(SharpeStatistics.psr(0.1, 0, 250, nan, nan)).isNaN();
    assertThat(SharpeStatistics.psr(1, 0, 250, 3, 3)).as("1 - 3 + 0.5 < 0").isNaN();
    assertThat(SharpeStatistics.psr(1, 0, 250, 2, 5)).as("1 - 2 + 1 = 0").isNaN();
    assertThat(SharpeStatistics.expectedMaximum(0.1, 1)).isNaN();
    assertThat(SharpeStatistics.expectedMaximum(-0.1, 10)).isNaN();
    assertThat(SharpeStatistics.expectedMaximum(nan, 10)).isNaN();
    assertThat(SharpeStatistics.dsr(0.1, 250, 0, 3, nan, 10)).isNaN();
  }
}
