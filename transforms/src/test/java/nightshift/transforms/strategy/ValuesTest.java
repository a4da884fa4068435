package nightshift.transforms.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down as JSON is read back. */
class ValuesTest {
  private static final List<Parameter> PARAMETERS =
      List.of(Parameter.whole("fast", 10, 20, 1), Parameter.decimal("band", "0", "0.02", "0.005"));

  @Test
  void everyStrategysChoicesAreReadBack() {
    Random random = new Random(5);
    for (Strategy strategy : Strategies.all()) {
      List<Parameter> parameters = strategy.parameters();
      for (int i = 0; i < 200; i++) {
        Values values =
            new Values(
                parameters, parameters.stream().mapToInt(p -> random.nextInt(p.size())).toArray());
        assertThat(Values.ofJson(parameters, values.toJson())).isEqualTo(values);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"fast\":10}",
        "{\"fast\":10,\"band\":0.001}",
        "{\"fast\":9,\"band\":0.005}",
        "{\"band\":0.005,\"fast\":10}",
        "{\"slow\":10,\"band\":0.005}",
        "{\"fast\":10,\"band\":0.005,\"more\":1}"
      })
  void anythingElseIsRefused(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.ofJson(PARAMETERS, json))
        .withMessageContaining("is no choice of");
  }

  @Test
  void aValueHasItsParametersName() {
    Values values = new Values(PARAMETERS, 3, 2);
    assertThat(values.named("fast")).isEqualTo(13);
    assertThat(values.named("band")).isEqualTo(0.01);
    assertThatIllegalArgumentException().isThrownBy(() -> values.named("slow"));
  }
}
