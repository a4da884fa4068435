package nightshift.profiles;

import java.nio.file.Path;

/**
 * The memory of this process and of its machine at one moment, in bytes, as Linux tells it; -1 for
 * what it does not tell. Resident and virtual size are two things: a Java machine reserves
 * addresses by the gigabyte and touches few of them.
 *
 * @param resident pages in memory, {@code VmRSS}
 * @param peakResident the most that {@code resident} has been, {@code VmHWM}
 * @param virtual reserved addresses, {@code VmSize}
 * @param mapped of {@code resident}: pages of mapped files, {@code RssFile} and {@code RssShmem};
 *     the kernel can take most of them back
 * @param swapped pages in swap, {@code VmSwap}
 * @param available what the machine could still give to programs, {@code MemAvailable}
 * @param total what the machine has, {@code MemTotal}
 */
public record ProcessMemory(
    long resident,
    long peakResident,
    long virtual,
    long mapped,
    long swapped,
    long available,
    long total) {
  private static final long UNKNOWN = -1;
  private static final long KB = 1024;

  /** As it is now. */
  public static ProcessMemory now() {
    return read(Path.of("/proc"));
  }

  /** As a recorded {@code /proc} has it. */
  static ProcessMemory read(Path proc) {
    String process = KernelText.of(proc.resolve("self/status")).orElse("");
    String machine = KernelText.of(proc.resolve("meminfo")).orElse("");
    long files = bytes(process, "RssFile");
    return new ProcessMemory(
        bytes(process, "VmRSS"),
        bytes(process, "VmHWM"),
        bytes(process, "VmSize"),
        files == UNKNOWN ? UNKNOWN : files + Math.max(0, bytes(process, "RssShmem")),
        bytes(process, "VmSwap"),
        bytes(machine, "MemAvailable"),
        bytes(machine, "MemTotal"));
  }

  private static long bytes(String kilobytes, String name) {
    long known = KernelText.value(kilobytes, name);
    return known < 0 ? UNKNOWN : known * KB;
  }
}
