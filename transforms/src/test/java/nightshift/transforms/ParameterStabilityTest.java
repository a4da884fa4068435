package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightshift.io.research.BestOfFold;
import nightshift.io.research.StabilityRow;
import org.junit.jupiter.api.Test;

class ParameterStabilityTest {

  private static BestOfFold smaCross(int fold, int fast, int slow) {
    String params = "{\"fast\":" + fast + ",\"slow\":" + slow + ",\"band\":0.0}";
    return new BestOfFold("sma_cross", fold, params);
  }

  @Test
  void theSpreadIsAShareOfTheRange() {
    List<StabilityRow> rows =
        ParameterStability.of(
            List.of(smaCross(2015, 8, 60), smaCross(2016, 22, 250), smaCross(2017, 15, 50)));
    assertThat(rows)
        .containsExactly(
            // Fast may be 1 to 50, slow 50 to 250.
            new StabilityRow("sma_cross", "fast", 3, 8, 22, 15, 14.0 / 49),
            new StabilityRow("sma_cross", "slow", 3, 50, 250, 50, 1),
            new StabilityRow("sma_cross", "band", 3, 0, 0, 0, 0));
  }

  @Test
  void ofOneFoldNothingIsKnown() {
    assertThat(ParameterStability.of(List.of(smaCross(2017, 8, 60))))
        .extracting(StabilityRow::spread)
        .containsExactly(Double.NaN, Double.NaN, Double.NaN);
    assertThat(ParameterStability.of(List.of())).isEmpty();
  }
}
