package nightshift.io.market;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Numbers of 64 bits by which it is told whether prices have changed. They find every accident, but
 * are no proof against somebody who makes other prices with the same number on purpose.
 */
final class Fingerprint {
  private static final int BUFFER = 1 << 16;

  private Fingerprint() {}

  /**
   * The fingerprint of all bytes of a file: two checksums of 32 bits with different polynomials,
   * each of which processors compute faster than most disks are read.
   */
  static long ofFile(Path file) throws IOException {
    Checksum first = new CRC32();
    Checksum second = new CRC32C();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        first.update(buffer, 0, count);
        second.update(buffer, 0, count);
      }
    }
    return first.getValue() << 32 | second.getValue();
  }

  /** Of several parts, in their order. */
  static long of(long... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(parts.length * Long.BYTES);
    for (long part : parts) {
      bytes.putLong(part);
    }
    Checksum first = new CRC32();
    Checksum second = new CRC32C();
    first.update(bytes.array());
    second.update(bytes.array());
    return first.getValue() << 32 | second.getValue();
  }

  /**
   * Takes one more value into a row's fingerprint, which begins as its day.
   *
   * @param value NaN for what is not there
   */
  static long withValue(long row, double value) {
    return mixed(row ^ Double.doubleToLongBits(value));
  }

  /**
   * Every bit of the result depends on every bit of the number, so that rows can be added in any
   * order (the last steps of SplitMix64; Steele, Lea, Flood 2014).
   */
  private static long mixed(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
