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
  void theHeapIsWhatJavaLeaves() {
    Map<String, String> safe = Map.of("profile", "pi_safe");
    assertThat(resources(4096, safe).memoryMb()).isEqualTo(512);
    assertThat(resources(4096, safe).budget().totalMb()).isEqualTo(512);
    assertThat(resources(4096, Map.of("memory", "2048", "jvm.heap", "100")).heapMb())
        .isEqualTo(100);
  }

  @Test
  void pricesHaveWhatIsLeftOfTheHeap() {
    Resources resources =
        resources(4096, Map.of("memory", "512", "jvm.heap", "320", "workers", "2"));
    // 32 MB are young, 48 are for Beam and the database, and 16 for each worker; of what is left
    // an eighth is for indicators.
    assertThat(resources.panelBytes()).isEqualTo((320 - 32 - 48 - 32) / 8 * 7 << 20);
    assertThat(resources.keptBytes()).isEqualTo((320 - 32 - 48 - 32) / 16 << 20);
    Resources small = resources(4096, Map.of("memory", "512", "jvm.heap", "80"));
    assertThat(small.panelBytes()).isEqualTo((20 << 20) / 8 * 7);
  }

  @Test
  void theLeastMemoryForPricesIsTheLeast() {
    long bytes = 300L << 20;
    Map<String, String> safe = Map.of("profile", "pi_safe");
    int least = resources(4096, safe).memoryForPanels(bytes);
    assertThat(panelBytes(least)).isGreaterThanOrEqualTo(bytes);
    assertThat(panelBytes(least - 1)).isLessThan(bytes);
  }

  private static long panelBytes(int memory) {
    Map<String, String> options = Map.of("profile", "pi_safe", "memory", Integer.toString(memory));
    return resources(4096, options).panelBytes();
  }

  @Test
  void theSerialCollectorWorksUnlessAnotherIsAskedFor() {
    assertThat(resources(4096, Map.of("jvm.flags", "-XX:+UseStringDeduplication")).isSerial())
        .isTrue();
    assertThat(resources(4096, Map.of("jvm.flags", "-ea -XX:+UseParallelGC")).isSerial()).isFalse();
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
        .hasMessageMatching(
            "jvm.heap must be at most 3\\d\\d MB of a memory of 512 MB, as Java needs the rest,"
                + " got 512");
    assertThatThrownBy(() -> resources(4096, Map.of("memory", "192", "workers", "40")))
        .hasMessageStartingWith("a memory of 192 MB leaves 0 MB");
  }

  @Test
  void cannotBeMadeOfValuesThatAreNotAllowed() {
    assertThatThrownBy(
            () ->
                new Resources(
                    0,
                    512,
                    MemoryBudget.of(512, OptionalInt.empty(), 1, true, true),
                    List.of(),
                    OptionalInt.empty(),
                    5,
                    "DirectRunner"))
        .hasMessage("workers must be 1 to 1024 or cores, got '0'");
  }
}
