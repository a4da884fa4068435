package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures against values computed by hand. */
class MetricsTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /**
   * Mean 0.05; deviations 0.05, -0.15, 0.15, -0.05, their squares sum to 0.05. The capital goes
   * 1.1, 0.99, 1.188, 1.188.
   */
  private static final double[] RETURNS = {0.1, -0.1, 0.2, 0};

  private static final double[] TRADES = {0.3, -0.1, 0, 0.2};

  private final Metrics metrics = Metrics.of(RETURNS, TRADES, 0);

  @Test
  void growth() {
    assertThat(metrics.days()).isEqualTo(4);
    assertThat(metrics.totalReturn()).isCloseTo(0.188, CLOSE);
    // 252 days are 63 times as many as 4.
    double cagr = new BigDecimal("1.188").pow(63).doubleValue() - 1;
    assertThat(metrics.cagr()).isCloseTo(cagr, within(cagr * 1e-12));
    assertThat(metrics.maxDrawdown()).isCloseTo(-0.1, CLOSE);
    assertThat(metrics.calmar()).isCloseTo(cagr / 0.1, within(cagr * 1e-11));
  }

  @Test
  void risk() {
    // sd^2 = 0.05/3
    assertThat(metrics.volatility()).isCloseTo(Math.sqrt(0.05 / 3 * 252), CLOSE);
    // (0.05^2 / (0.05/3)) * 252 = 37.8
    assertThat(metrics.sharpe()).isCloseTo(Math.sqrt(37.8), CLOSE);
    // One loss of 0.1 in four days: sqrt(0.01/4) = 0.05, which is the mean.
    assertThat(metrics.sortino()).isCloseTo(Math.sqrt(252), CLOSE);
  }

  @Test
  void riskFreeMoneyIsTakenAway() {
    Metrics rich = Metrics.of(RETURNS, TRADES, 0.1);
    // The mean of 0.05 becomes -0.05.
    assertThat(rich.sharpe()).isCloseTo(-Math.sqrt(37.8), CLOSE);
    // 0, -0.2, 0.1, -0.1: squares of the losses (0.04 + 0.01)/4, so (-0.05)^2 / 0.0125 * 252.
    assertThat(rich.sortino()).isCloseTo(-Math.sqrt(50.4), CLOSE);
    assertThat(rich.psr()).isLessThan(0.5).isCloseTo(1 - metrics.psr(), within(0.05));
    assertThat(rich.cagr()).isEqualTo(metrics.cagr());
    assertThat(Metrics.daily(0.0252)).isCloseTo(0.0001, CLOSE);
  }

  @Test
  void trades() {
    TradeStatistics trades = metrics.trades();
    assertThat(trades.trades()).isEqualTo(4);
    assertThat(trades.winRate()).isEqualTo(0.5);
    assertThat(trades.profitFactor()).isCloseTo(5, CLOSE);
    // Mean 0.1, deviations 0.2, -0.2, -0.1, 0.1: sd^2 = 0.1/3; 2 * 0.1 / sd.
    assertThat(trades.sqn()).isCloseTo(0.2 / Math.sqrt(0.1 / 3), CLOSE);
  }

  @Test
  void expectations() {
    TradeStatistics trades = metrics.trades();
    assertThat(trades.expectancy()).isCloseTo(0.1, CLOSE);
    assertThat(trades.best()).isEqualTo(0.3);
    assertThat(trades.worst()).isEqualTo(-0.1);
    TradeStatistics one = TradeStatistics.of(new double[] {-0.2});
    assertThat(one.best()).isEqualTo(-0.2);
    assertThat(one.worst()).isEqualTo(-0.2);
    assertThat(one.expectancy()).isEqualTo(-0.2);
  }

  @Test
  void drawdowns() {
    // 1.1, 0.99, 1.188, 1.188: one fall of a tenth, from day 1 to day 3.
    assertThat(metrics.drawdowns().average()).isCloseTo(-0.1, CLOSE);
    assertThat(metrics.drawdowns().longestDays()).isEqualTo(2);
    assertThat(metrics.drawdowns().averageDays()).isEqualTo(2);
  }

  /**
   * Eight annual returns of a fund, from Rollinger and Hoffman, Sortino: A Sharper Ratio (2013),
   * which finds 4.417; ours is that of days, and a year has 252 of them.
   */
  @Test
  void aPublishedSortinoRatio() {
    double[] annual = {0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04};
    assertThat(Metrics.sortino(annual, 0) / Math.sqrt(252)).isCloseTo(4.417, within(5e-4));
  }

  @Test
  void probability() {
    // Deviations are symmetric; kurtosis (2 * 0.05^4 + 2 * 0.15^4)/4 over (0.05/4)^2 = 1.64.
    assertThat(metrics.skew()).isCloseTo(0, CLOSE);
    assertThat(metrics.kurtosis()).isCloseTo(1.64, CLOSE);
    // s = sqrt(0.15); z = s sqrt(3) / sqrt(1 + 0.16 * 0.15) = 0.66291; Phi = 0.74631.
    assertThat(metrics.psr()).isCloseTo(0.74631, within(1e-5));
  }

  @Test
  void momentsOfOneTwoThreeSix() {
    // Mean 3, deviations -2, -1, 0, 3: squares 14, cubes 18, fourths 98.
    Moments moments = Moments.of(new double[] {1, 2, 3, 6});
    assertThat(moments.n()).isEqualTo(4);
    assertThat(moments.mean()).isEqualTo(3);
    assertThat(moments.sd()).isCloseTo(Math.sqrt(14.0 / 3), CLOSE);
    assertThat(moments.skew()).isCloseTo(4.5 / Math.pow(3.5, 1.5), CLOSE);
    assertThat(moments.kurtosis()).isCloseTo(24.5 / (3.5 * 3.5), CLOSE);
  }

  @Test
  void theDrawdownCountsFromTheStart() {
    assertThat(EquityCurve.of(new double[] {-0.2, 0.1}).maxDrawdown()).isCloseTo(-0.2, CLOSE);
    // 1.5, 1.2, 1.35, 0.9: from the highest, not from the latest.
    double[] returns = {0.5, -0.2, 0.125, -1.0 / 3};
    assertThat(EquityCurve.of(returns).maxDrawdown()).isCloseTo(-0.4, CLOSE);
  }

  @Test
  void aLostCapitalStaysLost() {
    EquityCurve curve = EquityCurve.of(new double[] {0.1, -1.5, -3});
    assertThat(curve.totalReturn()).isEqualTo(-1);
    assertThat(curve.maxDrawdown()).isEqualTo(-1);
    assertThat(curve.cagr()).isEqualTo(-1);
    assertThat(curve.calmar()).isEqualTo(-1);
  }

  @Test
  void withoutDaysNothingIsDefined() {
    Metrics none = Metrics.of(new double[0], new double[0], 0);
    double[] figures = {
      none.totalReturn(),
      none.cagr(),
      none.volatility(),
      none.sharpe(),
      none.sortino(),
      none.maxDrawdown(),
      none.calmar(),
      none.skew(),
      none.kurtosis(),
      none.psr(),
      none.trades().winRate(),
      none.trades().profitFactor(),
      none.trades().sqn(),
      none.trades().expectancy(),
      none.trades().best(),
      none.trades().worst(),
      none.drawdowns().average(),
      none.drawdowns().longestDays(),
      none.drawdowns().averageDays()
    };
    assertThat(figures).containsOnly(Double.NaN);
    assertThat(none.days()).isZero();
    assertThat(none.trades().trades()).isZero();
  }

  @Test
  void aSingleDayHasGrowthButNoSpread() {
    Metrics single = Metrics.of(new double[] {-0.01}, new double[] {-0.01}, 0);
    assertThat(single.totalReturn()).isCloseTo(-0.01, CLOSE);
    assertThat(single.maxDrawdown()).isCloseTo(-0.01, CLOSE);
    assertThat(single.volatility()).isNaN();
    assertThat(single.sharpe()).isNaN();
    assertThat(single.sortino()).isNaN();
    assertThat(single.psr()).isNaN();
    assertThat(single.trades().sqn()).isNaN();
    assertThat(single.trades().profitFactor()).isZero();
  }

  @Test
  void withoutSpreadOrLossRatiosAreUndefined() {
    double[] flat = new double[250];
    assertThat(Metrics.sharpe(flat, 0)).isNaN();
    assertThat(Metrics.sortino(flat, 0)).isNaN();
    assertThat(EquityCurve.of(flat).maxDrawdown()).isZero();
    assertThat(EquityCurve.of(flat).cagr()).isZero();
    assertThat(EquityCurve.of(flat).calmar()).isNaN();
    double[] winners = {0.01, 0.02};
    assertThat(Metrics.sortino(winners, 0)).isNaN();
    assertThat(EquityCurve.of(winners).calmar()).isNaN();
    assertThat(TradeStatistics.of(winners).profitFactor()).isNaN();
    assertThat(TradeStatistics.of(new double[] {0.01, 0.01}).sqn()).isNaN();
  }

  /** Prices that grow by the same rate each day give returns that differ in their last bits. */
  @Test
  void whatRoundingLeavesIsNoSpread() {
    double[] returns = new double[250];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = StrictMath.pow(1.001, i + 1) / StrictMath.pow(1.001, i) - 1;
    }
    assertThat(Arrays.stream(returns).distinct().count()).isGreaterThan(1);
    assertThat(Metrics.sharpe(returns, 0)).isNaN();
    assertThat(Moments.of(returns).kurtosis()).isNaN();
    double[] noLoss = {0.01, -1e-16};
    assertThat(Metrics.sortino(noLoss, 0)).isNaN();
    assertThat(EquityCurve.of(noLoss).calmar()).isNaN();
  }

  @Test
  void whatOverflowsIsUndefined() {
    assertThat(EquityCurve.of(new double[] {1e9}).cagr()).isNaN();
  }
}
