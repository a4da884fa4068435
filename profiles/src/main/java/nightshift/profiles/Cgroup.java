package nightshift.profiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the control groups of this process allow, version 1 and 2 alike.
 *
 * <p>{@code /proc/self/cgroup} says in which group of each hierarchy the process is. A limit of any
 * group above counts too, so all are looked at, up to the root of the hierarchy. In a container the
 * path is often that of the host, and only the root exists: there the container's own limit is.
 *
 * @param memoryLimit bytes, the least of all groups; empty for no limit
 * @param cpuQuota processors' worth of time, the least of all groups; empty for no limit
 */
record Cgroup(OptionalLong memoryLimit, OptionalDouble cpuQuota) {

  private static final String MEMBERSHIP = "proc/self/cgroup";

  /** The limits that are looked at in each group, those of version 2 first. */
  private static final List<String> FILES =
      List.of(
          "memory.max",
          "memory.limit_in_bytes",
          "cpu.max",
          "cpu.cfs_quota_us",
          "cpu.cfs_period_us");

  static Cgroup read(Path root) {
    List<Path> groups = groups(root);
    return new Cgroup(
        groups.stream().flatMap(group -> memory(group).stream()).mapToLong(Long::longValue).min(),
        groups.stream()
            .flatMap(group -> cpu(group).stream())
            .mapToDouble(Double::doubleValue)
            .min());
  }

  /** All files that {@link #read} looks at, those that are not there included. */
  static Stream<Path> files(Path root) {
    return Stream.concat(
        Stream.of(root.resolve(MEMBERSHIP)),
        groups(root).stream().flatMap(group -> FILES.stream().map(group::resolve)));
  }

  /** The groups of this process in every hierarchy, each before those above it. */
  static List<Path> groups(Path root) {
    Path mounts = root.resolve("sys/fs/cgroup");
    return Machine.text(root.resolve(MEMBERSHIP))
        .orElse("")
        .lines()
        .map(line -> line.split(":", 3))
        .filter(fields -> fields.length == 3)
        .flatMap(fields -> groups(mounts, fields[1], fields[2]))
        .distinct()
        .toList();
  }

  /**
   * The groups that a line of {@code /proc/self/cgroup} speaks of.
   *
   * @param controllers of a version 1 hierarchy, which is mounted under their names together or
   *     under each; empty for version 2, which is mounted alone or, beside version 1, as unified
   */
  private static Stream<Path> groups(Path mounts, String controllers, String group) {
    Stream<String> names =
        controllers.isEmpty()
            ? Stream.of("", "unified")
            : Stream.concat(Stream.of(controllers), Stream.of(controllers.split(","))).distinct();
    return names.flatMap(name -> upwards(mounts.resolve(name), group).stream());
  }

  /** The group and all above it, ending with the root of the hierarchy. */
  private static List<Path> upwards(Path mount, String group) {
    List<Path> groups = new ArrayList<>();
    Path path = mount.resolve(group.replaceFirst("^/+", "")).normalize();
    // A path that leaves the hierarchy ("/../x") is that of a group outside of the container.
    for (; path.startsWith(mount) && !path.equals(mount); path = path.getParent()) {
      groups.add(path);
    }
    groups.add(mount);
    return groups;
  }

  private static Optional<Long> memory(Path group) {
    return number(group, "memory.max").or(() -> number(group, "memory.limit_in_bytes"));
  }

  /** Microseconds of processor time, and in how many microseconds. */
  private static Optional<Double> cpu(Path group) {
    String[] fields = Machine.text(group.resolve("cpu.max")).orElse("").strip().split(" ");
    return fields.length == 2
        ? ratio(number(fields[0]), number(fields[1]))
        : ratio(number(group, "cpu.cfs_quota_us"), number(group, "cpu.cfs_period_us"));
  }

  private static Optional<Double> ratio(Optional<Long> quota, Optional<Long> period) {
    return quota.isPresent() && period.isPresent() && period.get() > 0
        ? Optional.of((double) quota.get() / period.get())
        : Optional.empty();
  }

  private static Optional<Long> number(Path group, String file) {
    return Machine.text(group.resolve(file)).flatMap(text -> number(text.strip()));
  }

  /** {@code max} and -1 mean no limit, as does what is longer than 18 digits. */
  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
