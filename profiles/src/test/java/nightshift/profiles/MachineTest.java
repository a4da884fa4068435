package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
  private static final long GB = 1L << 30;

  /** Trees of /proc and /sys as such machines have them. */
  static Machine recorded(String name) {
    return Machine.read(Path.of("src/test/resources/machines", name), 4, () -> 7 * GB);
  }

  @ParameterizedTest
  @CsvSource({
    "pi5-4gb,      Raspberry Pi 5 Model B Rev 1.0, 4040, 4",
    "pi5-8gb,      Raspberry Pi 5 Model B Rev 1.1, 8053, 4",
    "pi4-2gb,      Raspberry Pi 4 Model B Rev 1.4, 1848, 4",
    "container-v1, ,                               2048, 2",
    "pc-v1,        ,                              15921, 4",
    "service-v1,   ,                               6144, 3",
    "service-v2,   ,                               5120, 2",
    "outside-v2,   ,                               4096, 4",
  })
  void readsModelMemoryAndCores(String tree, String model, long memoryMb, int cores) {
    Machine machine = recorded(tree);

    assertThat(machine.model().orElse(null)).isEqualTo(model);
    assertThat(machine.isRaspberryPi()).isEqualTo(model != null);
    assertThat(machine.memoryMb()).isEqualTo(memoryMb);
    assertThat(machine.cores()).isEqualTo(cores);
  }

  @Test
  void tellsTheLimitFromTheMemory() {
    assertThat(recorded("service-v2").totalBytes()).isEqualTo(16_303_656L << 10);
    assertThat(recorded("service-v2").limitBytes()).hasValue(5 * GB);
    assertThat(recorded("pc-v1").limitBytes()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void asksJavaWhereThereIsNoProc(@TempDir Path empty) {
    Machine machine = Machine.read(empty, 8, () -> 7 * GB);

    assertThat(machine.memoryMb()).isEqualTo(7 * 1024);
    assertThat(machine.cores()).isEqualTo(8);
  }

  @Test
  void hasNoMoreCoresThanTheProcessMayUse() {
    Path tree = Path.of("src/test/resources/machines/service-v2");
    assertThat(Machine.read(tree, 1, () -> GB).cores()).isEqualTo(1);
  }

  @Test
  void readsThisMachine() {
    assertThat(Machine.here().memoryMb()).isPositive();
    assertThat(Machine.here().cores()).isPositive();
  }

  @Test
  void describesItselfInOneLine() {
    assertThat(recorded("pi5-4gb"))
        .hasToString(
            "Raspberry Pi 5 Model B Rev 1.0, 4 cores, 4040 MB of memory, no control group limit");
    assertThat(recorded("service-v2"))
        .hasToString(
            "PC or server, 2 cores, 15921 MB of memory, of which its control group allows 5120 MB");
  }
}
