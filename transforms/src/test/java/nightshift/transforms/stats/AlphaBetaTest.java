package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AlphaBetaTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final double[] MARKET = {0.01, -0.02, 0.03, 0.02};

  @Test
  void ofALineItIsTheLine() {
    double[] returns = new double[MARKET.length];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = 0.001 + 0.001 + 0.5 * (MARKET[i] - 0.001);
    }
    AlphaBeta line = AlphaBeta.of(returns, MARKET, 0.001);
    assertThat(line.beta()).isCloseTo(0.5, CLOSE);
    assertThat(line.alpha()).isCloseTo(0.001 * 252, CLOSE);
  }

  @Test
  void byHand() {
    // Means 0.01 and 0.01; deviations of the market 0, -0.03, 0.02, 0.01: squares 0.0014.
    // Deviations 0.01, -0.01, 0.03, -0.03: products 0 + 0.0003 + 0.0006 - 0.0003 = 0.0006.
    AlphaBeta line = AlphaBeta.of(new double[] {0.02, 0, 0.04, -0.02}, MARKET, 0);
    assertThat(line.beta()).isCloseTo(6.0 / 14, CLOSE);
    assertThat(line.alpha()).isCloseTo(0.01 * (1 - 6.0 / 14) * 252, CLOSE);
  }

  @Test
  void theMarketItselfHasNoAlpha() {
    AlphaBeta line = AlphaBeta.of(MARKET, MARKET, 0.0001);
    assertThat(line.beta()).isCloseTo(1, CLOSE);
    assertThat(line.alpha()).isCloseTo(0, CLOSE);
  }

  @Test
  void aMarketThatStandsStillSaysNothing() {
    AlphaBeta line = AlphaBeta.of(MARKET, new double[] {0.1, 0.1, 0.1, 0.1}, 0);
    assertThat(line.beta()).isNaN();
    assertThat(line.alpha()).isNaN();
    assertThat(AlphaBeta.of(new double[0], new double[0], 0).beta()).isNaN();
    // Nothing done is nothing owed.
    assertThat(AlphaBeta.of(new double[4], MARKET, 0)).isEqualTo(new AlphaBeta(0, 0));
  }

  @Test
  void daysMustBeTheSame() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlphaBeta.of(new double[3], MARKET, 0))
        .withMessageContaining("4, got 3");
  }
}
