package nightshift.io.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * By what a file is known to be unchanged.
 *
 * @param size its bytes
 * @param modified when it was last written, in nanoseconds since 1970
 */
record FileStamp(long size, long modified) {
  /** A file may be written twice within what a file system's clock can tell apart. */
  private static final long UNSETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  /** Whether it is so long since the file was written that the next write will show. */
  boolean isSettled() {
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    return modified < now - UNSETTLED_NANOS;
  }
}
