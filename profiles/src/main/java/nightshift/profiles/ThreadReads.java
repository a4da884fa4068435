package nightshift.profiles;

import java.nio.file.Path;

/** How much a thread has read. */
public final class ThreadReads {
  private static final Path IO = Path.of("/proc/thread-self/io");

  private ThreadReads() {}

  /**
   * Bytes that this thread has read from files since it began, also from those that were in the
   * page cache; mapped files are not counted. -1 where the system does not tell.
   */
  public static long bytes() {
    return KernelText.value(KernelText.of(IO).orElse(""), "rchar");
  }
}
