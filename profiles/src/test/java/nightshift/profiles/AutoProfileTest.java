package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoProfileTest {

  @ParameterizedTest
  @CsvSource({
    "pi5-4gb, pi_safe",
    "pi4-2gb, pi_safe",
    "pi5-8gb, pi_balanced",
    "container-v1, pi_safe",
    "service-v2, pi_balanced",
    "pc-v1, workstation",
  })
  void choosesByTheMachine(String tree, String profile) {
    assertThat(AutoProfile.of(MachineTest.recorded(tree)).profile()).isEqualTo(profile);
  }

  @Test
  void sparesMachinesWithFewCores() {
    Machine machine = new Machine(Optional.empty(), 64L << 30, OptionalLong.empty(), 3);
    AutoProfile choice = AutoProfile.of(machine);

    assertThat(choice.profile()).isEqualTo("pi_balanced");
    assertThat(choice.reason()).contains("fewer than 4 cores");
  }

  @Test
  void theLimitOfTheControlGroupCounts() {
    Machine machine = new Machine(Optional.empty(), 64L << 30, OptionalLong.of(2L << 30), 16);
    assertThat(AutoProfile.of(machine).profile()).isEqualTo("pi_safe");
  }
}
