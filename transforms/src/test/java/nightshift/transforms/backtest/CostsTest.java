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
  @ValueSource(doubles = {-0.1, 1000.1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatCannotBeMeantIsRefused(double bps) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(bps, 5))
        .withMessage("commission must be 0 to 1000 basis points, got " + bps);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(5, bps))
        .withMessage("slippage must be 0 to 1000 basis points, got " + bps);
  }
}
