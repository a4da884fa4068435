package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private static Machine machine(long memoryMb) {
    return new Machine(Optional.empty(), memoryMb << 20, OptionalLong.empty(), 6);
  }

  private static Resources resources(long machineMb, Map<String, String> options) {
    return Resources.of(
        EffectiveSettings.resolve(machine(machineMb), List.of(), Map.of(), options));
  }

  @Test
  void theHeapLeavesRoomForTheRest() {
    Map<String, String> safe = Map.of("profile", "pi_safe");
    assertThat(resources(4096, safe).memoryMb()).isEqualTo(512);
    assertThat(resources(4096, safe).heapMb()).isEqualTo(384);
    assertThat(resources(4096, Map.of("memory", "256")).heapMb()).isEqualTo(128);
    assertThat(resources(4096, Map.of("memory", "2048")).heapMb()).isEqualTo(1536);
    assertThat(resources(4096, Map.of("memory", "2048", "jvm.heap", "100")).heapMb())
        .isEqualTo(100);
  }

  @Test
  void wordsBecomeNumbersOfThisMachine() {
    Resources resources = resources(16_000, Map.of("profile", "workstation"));
    assertThat(resources.workers()).isEqualTo(6);
    assertThat(resources.memoryMb()).isEqualTo(8_000);
    assertThat(resources.mallocArenas()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void aProfileTakesNoMoreThanThreeQuartersOfASmallMachine() {
    assertThat(resources(400, Map.of("profile", "pi_safe")).memoryMb()).isEqualTo(300);
  }

  @Test
  void whatWasAskedForMustBeThere() {
    assertThat(resources(400, Map.of("memory", "390")).memoryMb()).isEqualTo(390);
    assertThatThrownBy(() -> resources(400, Map.of("memory", "500")))
        .isInstanceOf(SettingException.class)
        .hasMessage("--memory must be at most the 400 MB that this machine has, got 500");
    assertThatThrownBy(() -> resources(200, Map.of()))
        .hasMessageContaining("this machine has 200 MB of memory: too little");
    assertThatThrownBy(() -> resources(4096, Map.of("memory", "512", "jvm.heap", "512")))
        .hasMessage("jvm.heap must be less than the memory of 512 MB, got 512");
  }

  @Test
  void cannotBeMadeOfValuesThatAreNotAllowed() {
    assertThatThrownBy(
            () -> new Resources(0, 512, 384, List.of(), OptionalInt.empty(), 5, "DirectRunner"))
        .hasMessage("workers must be 1 to 1024 or cores, got '0'");
  }
}
