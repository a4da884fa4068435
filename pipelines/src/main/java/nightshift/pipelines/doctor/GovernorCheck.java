package nightshift.pipelines.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightshift.profiles.KernelText;

/**
 * How the clock of the cores is set. With a driver that chooses by itself (intel_pstate and
 * amd-pstate-epp), {@code powersave} is the ordinary choice; with others it is the lowest there is.
 */
final class GovernorCheck implements Check {
  private static final Set<String> CHOOSING = Set.of("intel_pstate", "amd-pstate-epp");

  @Override
  public String name() {
    return "cpu governor";
  }

  @Override
  public void examine(Patient patient, Examination examination) {
    List<Path> clocks =
        patient.tree().list("sys/devices/system/cpu").stream()
            .filter(core -> core.getFileName().toString().matches("cpu\\d+"))
            .map(core -> core.resolve("cpufreq"))
            .filter(clock -> KernelText.of(clock.resolve("scaling_governor")).isPresent())
            .toList();
    if (clocks.isEmpty()) {
      examination.ok("the clock is not this system's to set");
      return;
    }
    List<String> governors =
        clocks.stream()
            .flatMap(clock -> KernelText.of(clock.resolve("scaling_governor")).stream())
            .distinct()
            .toList();
    String driver = KernelText.of(clocks.get(0).resolve("scaling_driver")).orElse("");
    boolean slow = governors.contains("powersave") && !CHOOSING.contains(driver);
    if (slow || governors.contains("userspace")) {
      examination.warning(
          "the CPU governor is " + String.join(", ", governors) + lowest(clocks.get(0)),
          "the cores stay at a low clock however much there is to do",
          "echo ondemand | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
    } else {
      examination.ok("CPU governor " + String.join(", ", governors));
    }
  }

  private static String lowest(Path clock) {
    long khz = KernelText.number(clock.resolve("scaling_min_freq")).orElse(-1);
    return khz < 0 ? "" : ", at " + khz / 1000 + " MHz";
  }
}
