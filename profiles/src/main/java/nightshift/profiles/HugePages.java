package nightshift.profiles;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether the heap may lie in huge pages (2 MB), of which the kernel hands out fewer: a short run
 * spends a tenth of its time on being given memory page by page. Where pages are larger still (32
 * MB on a Raspberry Pi 5), they would keep more resident than is used.
 */
final class HugePages {
  private static final Path FOLDER = Path.of("/sys/kernel/mm/transparent_hugepage");
  private static final long LARGEST_BYTES = 2 << 20;

  private HugePages() {}

  /** The flags of the Java machine for this kernel, which would warn of what it does not have. */
  static List<String> flags() {
    return flags(FOLDER);
  }

  static List<String> flags(Path folder) {
    Optional<String> mode = Machine.text(folder.resolve("enabled"));
    Optional<Long> bytes =
        Machine.text(folder.resolve("hpage_pmd_size")).map(text -> Long.valueOf(text.strip()));
    boolean onDemand =
        mode.filter(text -> text.contains("[madvise]") || text.contains("[always]")).isPresent();
    return onDemand && bytes.filter(size -> size <= LARGEST_BYTES).isPresent()
        ? List.of("-XX:+UseTransparentHugePages")
        : List.of();
  }

  /** The files that are looked at. */
  static List<Path> files() {
    return List.of(FOLDER.resolve("enabled"), FOLDER.resolve("hpage_pmd_size"));
  }
}
