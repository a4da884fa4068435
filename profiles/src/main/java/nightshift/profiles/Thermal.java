package nightshift.profiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How hot a machine is, and whether it slows down for it.
 *
 * @param celsius of the hottest thermal zone; NaN where there is none
 * @param throttled what a Raspberry Pi's firmware says is so now, the sum of {@link
 *     #UNDER_VOLTAGE}, {@link #CAPPED}, {@link #THROTTLED} and {@link #SOFT_LIMIT}; 0 for none, -1
 *     where nobody says it
 */
public record Thermal(double celsius, int throttled) {
  public static final int UNDER_VOLTAGE = 1;
  public static final int CAPPED = 2;
  public static final int THROTTLED = 4;
  public static final int SOFT_LIMIT = 8;

  /** The firmware's other bits say what has been since the machine started. */
  private static final int NOW = UNDER_VOLTAGE | CAPPED | THROTTLED | SOFT_LIMIT;

  private static final int HEX = 16;
  private static final double HOTTEST_CELSIUS = 150;

  /**
   * The files that tell it, found once.
   *
   * @param zones temperatures in thousandths of a degree
   * @param firmware the flags in hexadecimal
   * @param voltage 1 while it is too low
   */
  record Sources(List<Path> zones, Optional<Path> firmware, Optional<Path> voltage) {

    static Sources of(Path root) {
      Path sys = root.resolve("sys");
      return new Sources(
          KernelText.list(sys.resolve("class/thermal")).stream()
              .filter(zone -> zone.getFileName().toString().startsWith("thermal_zone"))
              .map(zone -> zone.resolve("temp"))
              .filter(Files::exists)
              .toList(),
          firmware(sys.resolve("devices/platform")),
          KernelText.list(sys.resolve("class/hwmon")).stream()
              .filter(sensor -> KernelText.of(sensor.resolve("name")).equals(RPI_VOLT))
              .map(sensor -> sensor.resolve("in0_lcrit_alarm"))
              .findFirst());
    }

    /** Below the system on the chip or beside it, which has an address in its name on a Pi 5. */
    private static Optional<Path> firmware(Path platform) {
      return KernelText.list(platform).stream()
          .filter(device -> device.getFileName().toString().startsWith("soc"))
          .flatMap(device -> Stream.concat(Stream.of(device), KernelText.list(device).stream()))
          .filter(device -> device.getFileName().toString().endsWith(":firmware"))
          .map(device -> device.resolve("get_throttled"))
          .filter(Files::exists)
          .findFirst();
    }
  }

  private static final Optional<String> RPI_VOLT = Optional.of("rpi_volt");

  static Thermal read(Sources sources) {
    OptionalDouble hottest =
        sources.zones().stream()
            .map(KernelText::number)
            .filter(OptionalLong::isPresent)
            .mapToDouble(zone -> zone.getAsLong() / 1e3)
            .filter(celsius -> celsius > 0 && celsius < HOTTEST_CELSIUS)
            .max();
    return new Thermal(hottest.orElse(Double.NaN), throttled(sources));
  }

  private static int throttled(Sources sources) {
    Optional<Integer> firmware =
        sources
            .firmware()
            .flatMap(KernelText::of)
            .map(text -> text.replaceFirst("^0[xX]", ""))
            .filter(text -> text.matches("[0-9a-fA-F]{1,7}"))
            .map(text -> Integer.parseInt(text, HEX) & NOW);
    Optional<Integer> voltage =
        sources
            .voltage()
            .map(KernelText::number)
            .filter(OptionalLong::isPresent)
            .map(low -> low.getAsLong() == 0 ? 0 : UNDER_VOLTAGE);
    return firmware.isEmpty() && voltage.isEmpty() ? -1 : firmware.orElse(0) | voltage.orElse(0);
  }

  /**
   * Where a tree has what a Raspberry Pi's firmware says, in hexadecimal: the lowest four bits are
   * those of now, and 16 above them those of since the machine started.
   */
  public static Optional<Path> firmware(Path root) {
    return Sources.of(root).firmware();
  }

  /** What the firmware says, for people; empty when there is nothing to say. */
  public String throttling() {
    if (throttled <= 0) {
      return "";
    }
    return String.join(
        ", ",
        Stream.of(
                said(UNDER_VOLTAGE, "under-voltage"),
                said(CAPPED, "frequency capped"),
                said(THROTTLED, "throttled"),
                said(SOFT_LIMIT, "soft temperature limit"))
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<String> said(int bit, String name) {
    return (throttled & bit) == 0 ? Optional.empty() : Optional.of(name);
  }
}
