package nightshift.profiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kernel's pressure stall information for memory: the share of the last ten seconds, in per
 * cent, in which something had to wait for memory; NaN where the kernel does not tell.
 *
 * @param some at least one task waited
 * @param full all tasks that wanted to work waited
 */
public record MemoryStall(double some, double full) {
  private static final Pattern LINE = Pattern.compile("(?m)^(some|full) avg10=(\\d{1,3}\\.\\d+)");

  /**
   * The file to read: that of the process' own control group (version 2), else the machine's. The
   * root of a hierarchy is the machine, unless it is the group of a container, which has a type.
   */
  static Path file(Path root) {
    return Cgroup.groups(root).stream()
        .filter(group -> Files.exists(group.resolve("cgroup.type")))
        .map(group -> group.resolve("memory.pressure"))
        .flatMap(file -> Files.exists(file) ? Stream.of(file) : Stream.empty())
        .findFirst()
        .orElse(root.resolve("proc/pressure/memory"));
  }

  static MemoryStall read(Path file) {
    Optional<String> text = KernelText.of(file);
    double[] shares = {Double.NaN, Double.NaN};
    Matcher lines = LINE.matcher(text.orElse(""));
    while (lines.find()) {
      shares[List.of("some", "full").indexOf(lines.group(1))] = Double.parseDouble(lines.group(2));
    }
    return new MemoryStall(shares[0], shares[1]);
  }
}
