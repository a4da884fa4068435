package nightshift.io.load.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Decompresses what is compressed, by its first bytes and not by its name. */
final class Decompression {
  private static final boolean ALL_MEMBERS = true;
  private static final int MOST_MEMORY_KIB = 256 << 10;

  private Decompression() {}

  /** No more than half of the heap, which a small machine's may be a quarter of. */
  private static int memoryKib() {
    return (int) Math.min(MOST_MEMORY_KIB, Runtime.getRuntime().maxMemory() >> 11);
  }

  /** The stream itself, buffered, when it is not compressed. */
  static InputStream of(InputStream stored) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stored, 1 << 16);
    String kind;
    try {
      kind = CompressorStreamFactory.detect(in);
    } catch (CompressorException e) {
      // There is no other way to learn that it is not compressed.
      return in;
    }
    try {
      CompressorStreamFactory factory = new CompressorStreamFactory(ALL_MEMBERS, memoryKib());
      return new BufferedInputStream(
          Damage.named(factory.createCompressorInputStream(kind, in)), 1 << 16);
    } catch (CompressorException | RuntimeException e) {
      throw new IOException("cannot decompress " + kind + ": " + e.getMessage(), e);
    }
  }
}
