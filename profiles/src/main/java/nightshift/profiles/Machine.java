package nightshift.profiles;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this machine is.
 *
 * @param model what the device tree calls it, which single-board computers have; empty for a PC
 * @param totalBytes the machine's memory
 * @param limitBytes the memory that the control group (container, systemd unit) allows; empty for
 *     no limit
 * @param cores processors that may be used at the same time, at least 1
 */
public record Machine(Optional<String> model, long totalBytes, OptionalLong limitBytes, int cores) {

  private static final List<String> MODELS =
      List.of("proc/device-tree/model", "sys/firmware/devicetree/base/model");

  private static final Predicate<String> PROCESSOR =
      Pattern.compile("processor\\s*:.*").asMatchPredicate();

  private static final Pattern MEM_TOTAL = Pattern.compile("MemTotal:\\s+(\\d{1,15}) kB");

  /** This machine. */
  public static Machine here() {
    return read(Path.of("/"), Runtime.getRuntime().availableProcessors(), Machine::jvmBytes);
  }

  /**
   * The machine that a recorded tree describes, as far as it does: as many processors as it lists.
   *
   * @param root where {@code proc} and {@code sys} are
   */
  public static Machine recorded(Path root) {
    long processors =
        KernelText.of(root.resolve("proc/cpuinfo")).orElse("").lines().filter(PROCESSOR).count();
    return read(root, (int) Math.max(1, processors), () -> 0);
  }

  /** Not asked where the kernel says it, as management takes a while to start. */
  private static long jvmBytes() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  /**
   * The machine that a tree of files describes.
   *
   * @param root where {@code proc} and {@code sys} are
   * @param processors that the operating system lets this process use
   * @param jvmBytes the memory by the Java machine's account, for systems without {@code
   *     /proc/meminfo}
   */
  static Machine read(Path root, int processors, LongSupplier jvmBytes) {
    long total = memTotal(root).orElseGet(jvmBytes);
    Cgroup cgroup = Cgroup.read(root);
    OptionalLong limit = cgroup.memoryLimit();
    boolean limited = limit.isPresent() && limit.getAsLong() < total;
    return new Machine(
        model(root),
        total,
        limited ? limit : OptionalLong.empty(),
        cores(processors, cgroup.cpuQuota()));
  }

  private static OptionalLong memTotal(Path root) {
    Matcher matcher = MEM_TOTAL.matcher(text(root.resolve("proc/meminfo")).orElse(""));
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)) << 10)
        : OptionalLong.empty();
  }

  /**
   * The files that {@link #here} looks at, those that are not there included; but not {@code
   * /proc/meminfo}, of which it looks at one line.
   */
  static List<Path> files() {
    Path root = Path.of("/");
    return Stream.concat(MODELS.stream().map(root::resolve), Cgroup.files(root)).toList();
  }

  private static Optional<String> model(Path root) {
    return MODELS.stream()
        .flatMap(file -> text(root.resolve(file)).stream())
        .findFirst()
        .map(model -> model.replace("\0", "").strip())
        .filter(model -> !model.isEmpty());
  }

  private static int cores(int processors, OptionalDouble quota) {
    int allowed = quota.isPresent() ? (int) Math.ceil(quota.getAsDouble()) : processors;
    return Math.max(1, Math.min(processors, allowed));
  }

  /** What is in a file of the kernel, or empty when this machine has no such file. */
  static Optional<String> text(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The memory that may be used: the machine's, or the control group's where that is less. */
  public long memoryBytes() {
    return Math.min(totalBytes, limitBytes.orElse(totalBytes));
  }

  /** {@link #memoryBytes} in MB (2^20 bytes), rounded down. */
  public long memoryMb() {
    return memoryBytes() >> 20;
  }

  public boolean isRaspberryPi() {
    return model.filter(name -> name.startsWith("Raspberry Pi")).isPresent();
  }

  /** One line for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %d core%s, %d MB of memory, %s",
        model.orElse("PC or server"),
        cores,
        cores == 1 ? "" : "s",
        totalBytes >> 20,
        limitBytes.isPresent()
            ? "of which its control group allows " + memoryMb() + " MB"
            : "no control group limit");
  }
}
