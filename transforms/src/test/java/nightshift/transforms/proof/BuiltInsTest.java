package nightshift.transforms.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import nightshift.transforms.backtest.RealPrices;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The strategies that come with the project keep every promise. */
class BuiltInsTest {
  private static Panel realPrices;

  static Stream<Strategy> strategies() {
    return Strategies.all().stream();
  }

  private static void keepsEveryPromise(Strategy strategy, Sample sample) {
    List<Outcome> outcomes = new Proof(strategy, Effort.THOROUGH).on(List.of(sample));
    assertThat(outcomes.stream().flatMap(outcome -> outcome.finding().stream()).map(Finding::line))
        .isEmpty();
    assertThat(outcomes).hasSize(8).allMatch(Outcome::proven);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void onMadeUpPrices(Strategy strategy) {
    keepsEveryPromise(strategy, Proof.madeUpPrices(strategy));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void onRealPrices(Strategy strategy) throws IOException {
    assumeTrue(RealPrices.areThere(), "the real prices are not beside the project");
    if (realPrices == null) {
      realPrices = RealPrices.oneIn(20);
    }
    keepsEveryPromise(strategy, Sample.of("real prices", realPrices));
  }
}
