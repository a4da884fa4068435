package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures against values computed by hand; those of the same returns are in MetricsTest too. */
class ObjectiveTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** Mean 0.05, squares of the deviations sum to 0.05. The capital: 1.1, 0.99, 1.188, 1.188. */
  private static final double[] RETURNS = {0.1, -0.1, 0.2, 0};

  private static final double[] FLAT = {0, 0, 0, 0};

  private static Aims aims(Objective objective) {
    return Aims.of(objective, 10, 0, 100);
  }

  private static double figure(Objective objective, double... returns) {
    return objective.figure(new Outcome(returns, 10, 1.5, 3), aims(objective));
  }

  private static Score score(Objective objective, double[] returns, int trades) {
    return aims(objective).score(new Outcome(returns, trades, 1.5, 3));
  }

  @Test
  void workedExamples() {
    assertThat(figure(Objective.SHARPE, RETURNS)).isCloseTo(Math.sqrt(37.8), CLOSE);
    assertThat(figure(Objective.SORTINO, RETURNS)).isCloseTo(Math.sqrt(252), CLOSE);
    double cagr = new BigDecimal("1.188").pow(63).doubleValue() - 1;
    assertThat(figure(Objective.CAGR, RETURNS)).isCloseTo(cagr, within(cagr * 1e-12));
    assertThat(figure(Objective.CALMAR, RETURNS)).isCloseTo(cagr / 0.1, within(cagr * 1e-11));
    assertThat(figure(Objective.MAX_DRAWDOWN, RETURNS)).isCloseTo(-0.1, CLOSE);
    assertThat(figure(Objective.VOLATILITY, RETURNS)).isCloseTo(Math.sqrt(0.05 / 3 * 252), CLOSE);
    assertThat(figure(Objective.SQN, RETURNS)).isEqualTo(1.5);
    assertThat(figure(Objective.TURNOVER, RETURNS)).isEqualTo(3);
  }

  /**
   * 100 candidates: the best of as many standard normal values is expected at 0.4227843351 *
   * 2.3263479 + 0.5772156649 * 2.6813 = 2.5306. s = sqrt(0.15), skew 0, kurtosis 1.64, T = 4: (s
   * sqrt(3) - 2.5306) / sqrt(1 + 0.16 * 0.15).
   */
  @Test
  void aDeflatedSharpeIsAboveOrBelowTheBestOfWorthlessCandidates() {
    assertThat(figure(Objective.DEFLATED_SHARPE, RETURNS))
        .isCloseTo((Math.sqrt(0.45) - 2.5306) / Math.sqrt(1.024), within(1e-4));
  }

  /** What it is the normal quantile of is the probability that others publish. */
  @Test
  void aDeflatedSharpeIsTheQuantileOfTheDeflatedSharpeRatio() {
    Random random = new Random(1);
    double[] returns = random.doubles(500, -0.01, 0.012).toArray();
    Moments moments = Moments.of(returns);
    double probability =
        SharpeStatistics.dsr(
            moments.ratio(), 500, moments.skew(), moments.kurtosis(), 1.0 / 499, 100);
    double z = figure(Objective.DEFLATED_SHARPE, returns);
    assertThat(z).isBetween(-2.0, 2.0);
    assertThat(
            org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                .cumulativeProbability(z))
        .isCloseTo(probability, CLOSE);
  }

  @Test
  void aDeflatedSharpeFallsWithTheCandidatesAndIsHardlyWorthMoreThanTheBestOfNoise() {
    double[] returns = new Random(2).doubles(500, -0.01, 0.012).toArray();
    Outcome outcome = new Outcome(returns, 10, 0, 0);
    double few = Aims.of(Objective.DEFLATED_SHARPE, 0, 0, 10).score(outcome).value();
    double many = Aims.of(Objective.DEFLATED_SHARPE, 0, 0, 10_000).score(outcome).value();
    assertThat(few - many).isBetween(1.5, 3.0);
    double rich = Aims.of(Objective.DEFLATED_SHARPE, 0, 0.001, 10).score(outcome).value();
    assertThat(rich).isLessThan(few - 1);
  }

  @ParameterizedTest
  @EnumSource
  void eachSaysWhichWayIsBetter(Objective objective) {
    boolean small = objective == Objective.VOLATILITY || objective == Objective.TURNOVER;
    assertThat(objective.isMinimised()).isEqualTo(small);
    assertThat(objective.oriented(2)).isEqualTo(small ? -2 : 2);
    assertThat(objective.oriented(objective.oriented(0.3))).isEqualTo(0.3);
    assertThat(objective.oriented(0)).isEqualTo(0.0);
    assertThat(Objective.of(objective.label())).isSameAs(objective);
  }

  @ParameterizedTest
  @EnumSource
  void noTradesAndNoDaysAreNoFigureOrAPlainOne(Objective objective) {
    Outcome none = new Outcome(new double[0], 0, Double.NaN, Double.NaN);
    assertThat(objective.figure(none, aims(objective))).isNaN();
    Outcome flat = new Outcome(FLAT, 0, Double.NaN, 0);
    double figure = objective.figure(flat, aims(objective));
    boolean plain =
        List.of(Objective.MAX_DRAWDOWN, Objective.CAGR, Objective.TURNOVER).contains(objective);
    assertThat(figure).isEqualTo(Double.valueOf(plain ? 0 : Double.NaN));
  }

  @Test
  void anUnknownOneIsRefusedWithWhatThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Objective.of("profit"))
        .withMessage(
            "objective must be one of sharpe, sortino, calmar, sqn, deflated_sharpe, max_drawdown,"
                + " cagr, volatility, turnover, got profit");
  }

  @Test
  void aimsThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Aims(List.of(), 1, 0, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Aims(List.of(Objective.SQN, Objective.SQN), 1, 0, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> Aims.of(Objective.SQN, 1, 0, 1));
  }

  @Test
  void tooFewTradesOrNoValueDoNotQualify() {
    Objective sharpe = Objective.SHARPE;
    assertThat(score(sharpe, RETURNS, 10).qualified()).isTrue();
    assertThat(score(sharpe, RETURNS, 9).qualified()).isFalse();
    assertThat(score(sharpe, RETURNS, 9).value()).isEqualTo(Metrics.sharpe(RETURNS, 0));
    assertThat(score(sharpe, FLAT, 10).qualified()).isFalse();
    assertThat(score(sharpe, FLAT, 10).value()).isNaN();
    assertThat(score(Objective.VOLATILITY, RETURNS, 10).value()).isNegative();
  }

  @Test
  void ofSeveralAllMustBeDefined() {
    Aims aims = new Aims(List.of(Objective.CAGR, Objective.SORTINO), 10, 0, 100);
    Score score = aims.score(new Outcome(RETURNS, 10, 0, 0));
    assertThat(score.qualified()).isTrue();
    assertThat(score.objectives()).isEqualTo(2);
    assertThat(score.value(1)).isCloseTo(Math.sqrt(252), CLOSE);
    assertThat(aims.score(new Outcome(new double[] {0.1, 0.2}, 10, 0, 0)).qualified()).isFalse();
    assertThat(aims.followTrades()).isFalse();
    assertThat(new Aims(List.of(Objective.CAGR, Objective.SQN), 1, 0, 9).followTrades()).isTrue();
  }

  @Test
  void scoresAreOrdered() {
    List<Score> worstFirst =
        List.of(
            new Score(Double.NaN, 0, false),
            new Score(Double.NaN, 3, false),
            new Score(-7, 3, false),
            new Score(9, 3, false),
            new Score(-8, 4, false),
            new Score(Double.NaN, 50, false),
            new Score(-9, 12, true),
            new Score(-9, 13, true),
            new Score(0.1, 10, true),
            new Score(0.2, 10, true));
    List<Score> scores = new ArrayList<>(worstFirst);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(scores, new Random(seed));
      Collections.sort(scores);
      assertThat(scores).isEqualTo(worstFirst);
    }
  }

  @Test
  void aScoreThatCannotBeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Score(Double.NaN, 10, true));
    assertThatIllegalArgumentException().isThrownBy(() -> new Score(1, -1, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Score(1, 1, true, List.of(Double.NaN)));
  }
}
