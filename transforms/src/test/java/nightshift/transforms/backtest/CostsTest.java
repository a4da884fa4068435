package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTest {

  @Test
  void aBasisPointIsAHundredthOfAPercent() {
    assertThat(Costs.DEFAULT.perSide()).isEqualTo(0.001);
    assertThat(new Costs(0, 1000).perSide()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 2000.1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatCannotBeMeantIsRefused(double bps) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(bps, 5))
        .withMessage("commission must be 0 to 2000 basis points, got " + bps);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(5, bps))
        .withMessage("slippage must be 0 to 2000 basis points, got " + bps);
  }

  @Test
  void whatElseCannotBeMeantIsRefusedToo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(5, 5, 2.1, 0, 1))
        .withMessage("slippageVol must be 0 to 2, got 2.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(5, 5, 0, Double.NaN, 1))
        .withMessage("minCommission must be at least 0, got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(5, 5, 0, 1, 0))
        .withMessage("capital must be above 0, got 0.0");
  }

  @Test
  void allPartsAreDoubledAndTakenAwayTogether() {
    Costs costs = new Costs(5, 3, 0.1, 2, 10_000);
    assertThat(costs.times(2)).isEqualTo(new Costs(10, 6, 0.2, 4, 10_000));
    assertThat(costs.times(0)).isEqualTo(new Costs(0, 0, 0, 0, 10_000));
    assertThat(costs.times(0).isConstant()).isTrue();
    assertThat(costs.isConstant()).isFalse();
    assertThat(new Costs(5, 5, 0.1, 0, 1).isConstant()).isFalse();
    assertThat(new Costs(5, 5, 0, 1, 1).isConstant()).isFalse();
  }
}
