package nightshift.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory of this process and of its machine at one moment, in bytes, as Linux tells it; -1 for
 * what it does not tell. Resident and virtual size are two things: a Java machine reserves
 * addresses by the gigabyte and touches few of them.
 *
 * @param resident pages in memory, {@code VmRSS}
 * @param peakResident the most that {@code resident} has been, {@code VmHWM}
 * @param virtual reserved addresses, {@code VmSize}
 * @param available what the machine could still give to programs, {@code MemAvailable}
 */
public record ProcessMemory(long resident, long peakResident, long virtual, long available) {
  private static final long UNKNOWN = -1;
  private static final long KB = 1024;

  /** As it is now. */
  public static ProcessMemory now() {
    return read(Path.of("/proc"));
  }

  /** As a recorded {@code /proc} has it. */
  static ProcessMemory read(Path proc) {
    Map<String, Long> process = kilobytes(proc.resolve("self/status"));
    Map<String, Long> machine = kilobytes(proc.resolve("meminfo"));
    return new ProcessMemory(
        process.getOrDefault("VmRSS", UNKNOWN),
        process.getOrDefault("VmHWM", UNKNOWN),
        process.getOrDefault("VmSize", UNKNOWN),
        machine.getOrDefault("MemAvailable", UNKNOWN));
  }

  /** The lines of the form {@code Name: 123 kB}, in bytes; none where there is no such file. */
  private static Map<String, Long> kilobytes(Path file) {
    Map<String, Long> values = new HashMap<>();
    if (!Files.isReadable(file)) {
      return values;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split("\\s+");
        if (words.length == 3 && words[2].equals("kB")) {
          values.put(words[0].replace(":", ""), Long.parseLong(words[1]) * KB);
        }
      }
      return values;
    } catch (IOException | NumberFormatException e) {
      // What a kernel does not tell in this form is unknown, which -1 says.
      return values;
    }
  }
}
