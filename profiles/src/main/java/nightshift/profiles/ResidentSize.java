package nightshift.profiles;

import java.nio.file.Path;

/** The resident size of this process alone: less to read than {@link ProcessMemory}. */
public final class ResidentSize {
  private static final Path STATM = Path.of("/proc/self/statm");

  /** Bytes of a page: what the kernel counts in, which is not 4096 on every Pi. */
  private static final long PAGE = page(ProcessMemory.now().resident(), pages(STATM));

  private ResidentSize() {}

  /** Bytes in memory now; -1 where the system does not tell. */
  public static long now() {
    long pages = pages(STATM);
    return pages < 0 || PAGE < 0 ? -1 : pages * PAGE;
  }

  /** The second number, in pages; -1 where there is none. */
  static long pages(Path statm) {
    String text = KernelText.of(statm).orElse("");
    // The first number has no name but itself.
    return KernelText.value(text, text.substring(0, Math.max(0, text.indexOf(' '))));
  }

  /**
   * The size of a page from one amount of memory told in bytes and, a moment apart, in pages: the
   * power of two that fits best. 4 KB on most machines, 16 KB on a Raspberry Pi 5.
   *
   * @return -1 when one of them is unknown
   */
  static long page(long bytes, long pages) {
    if (bytes <= 0 || pages <= 0) {
      return -1;
    }
    return 1L << Math.round(StrictMath.log((double) bytes / pages) / StrictMath.log(2));
  }
}
