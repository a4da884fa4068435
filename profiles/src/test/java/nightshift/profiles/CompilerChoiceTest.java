package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompilerChoiceTest {

  private static CompilerChoice of(String profile, String... options) {
    Map<String, String> given = new HashMap<>(Map.of("profile", profile));
    for (String option : options) {
      String[] parts = option.split("=");
      given.put(parts[0], parts[1]);
    }
    return CompilerChoice.of(
        EffectiveSettings.resolve(MachineTest.recorded("pi5-4gb"), List.of(), Map.of(), given));
  }

  @Test
  void shortRunsGetTheQuickOne() {
    assertThat(of("pi_safe", "maxSymbols=25")).isEqualTo(CompilerChoice.QUICK);
    assertThat(of("pi_safe")).isEqualTo(CompilerChoice.QUICK);
    assertThat(of("pi_balanced")).isEqualTo(CompilerChoice.QUICK);
    assertThat(of("workstation", "maxSymbols=25", "maxYears=1", "strategies=pairs"))
        .isEqualTo(CompilerChoice.QUICK);
  }

  @Test
  void longRunsGetBoth() {
    assertThat(of("workstation")).isEqualTo(CompilerChoice.FULL);
    for (String longer : List.of("maxSymbols=all", "maxYears=10", "population=500", "islands=20")) {
      assertThat(of("pi_safe", longer)).as(longer).isEqualTo(CompilerChoice.FULL);
    }
  }

  @Test
  void whatIsSetByHandCounts() {
    assertThat(of("pi_safe", "jvm.compiler=full")).isEqualTo(CompilerChoice.FULL);
    assertThat(of("workstation", "jvm.compiler=quick").flags())
        .containsExactly("-XX:TieredStopAtLevel=1");
  }
}
