package nightshift.profiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The memory of a control group at one moment, in bytes, version 1 and 2 alike.
 *
 * @param usage all that the group is charged with, the page cache included
 * @param cache of that, the page cache, which the kernel takes back when it needs to
 * @param limit the most that it may have; -1 for no limit
 */
public record CgroupMemory(long usage, long cache, long limit) {

  /** What could still be taken before the kernel ends a process; only where there is a limit. */
  public long room() {
    return Math.max(0, limit - needed());
  }

  /** What the kernel cannot take back without swap. */
  public long needed() {
    return Math.max(0, usage - cache);
  }

  boolean isLimited() {
    return limit >= 0;
  }

  /** Those of the groups of this process, and above, that account for memory. */
  public static List<Path> groups(Path root) {
    return Cgroup.groups(root).stream().filter(group -> usageFile(group).isPresent()).toList();
  }

  /**
   * The group with the least room among those with a limit: a limit of any group above counts too,
   * with what others in that group take. Where none has a limit, the first, which is the process'
   * own; empty where there is no group.
   */
  static Optional<CgroupMemory> tightest(List<Path> groups) {
    List<CgroupMemory> all =
        groups.stream().map(CgroupMemory::read).flatMap(Optional::stream).toList();
    return all.stream()
        .filter(CgroupMemory::isLimited)
        .min(Comparator.comparingLong(CgroupMemory::room))
        .or(() -> all.stream().findFirst());
  }

  private static Optional<CgroupMemory> read(Path group) {
    OptionalLong usage = usageFile(group).map(KernelText::number).orElse(OptionalLong.empty());
    if (usage.isEmpty()) {
      return Optional.empty();
    }
    String stat = KernelText.of(group.resolve("memory.stat")).orElse("");
    return Optional.of(
        new CgroupMemory(
            usage.getAsLong(),
            pages(stat, "inactive_file") + pages(stat, "active_file"),
            limit(group)));
  }

  private static Optional<Path> usageFile(Path group) {
    return List.of("memory.current", "memory.usage_in_bytes").stream()
        .map(group::resolve)
        .filter(Files::exists)
        .findFirst();
  }

  /** Version 1 has the sums over the groups below under names of their own. */
  private static long pages(String stat, String name) {
    long below = KernelText.value(stat, "total_" + name);
    return Math.max(0, below < 0 ? KernelText.value(stat, name) : below);
  }

  private static long limit(Path group) {
    OptionalLong max = KernelText.number(group.resolve("memory.max"));
    return max.isPresent()
        ? max.getAsLong()
        : KernelText.number(group.resolve("memory.limit_in_bytes")).orElse(-1);
  }
}
