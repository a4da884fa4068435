package nightshift.io.parquet;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.xerial.snappy.Snappy;

/**
 * Makes pages of compressed bytes. Each takes the size that the page claims, and takes no memory
 * for it which the compressed bytes cannot fill: a stream is read as far as it goes, and a block
 * format may not claim more than it can possibly hold.
 */
final class Inflate {
  /** A copy of 64 bytes takes at least 3 in Snappy's format, whatever the data. */
  private static final int SNAPPY_RATIO = 64;

  /** A byte of length stands for at most 255 bytes in LZ4's format. */
  private static final int LZ4_RATIO = 255;

  private Inflate() {}

  static byte[] snappy(byte[] compressed, int size) throws IOException {
    int stated = Snappy.uncompressedLength(compressed);
    requirePossible(stated, compressed.length, SNAPPY_RATIO);
    if (stated != size) {
      throw new IOException("a snappy page of " + stated + " bytes claims " + size);
    }
    return Snappy.uncompress(compressed);
  }

  static byte[] gzip(byte[] compressed, int size) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return in.readNBytes(size);
    }
  }

  static byte[] zstd(byte[] compressed, int size) throws IOException {
    try (InputStream in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(compressed))) {
      return in.readNBytes(size);
    }
  }

  static byte[] brotli(byte[] compressed, int size) throws IOException {
    try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(compressed))) {
      return in.readNBytes(size);
    }
  }

  static byte[] lz4(byte[] compressed, int size) throws IOException {
    requirePossible(size, compressed.length, LZ4_RATIO);
    byte[] plain = new byte[size];
    requireWhole(lz4Block(compressed, 0, compressed.length, plain, 0, size), size);
    return plain;
  }

  /**
   * The older LZ4 of Parquet, as Hadoop frames it: big-endian size of a part, then its blocks, each
   * after its compressed size, until the part is whole.
   */
  static byte[] hadoopLz4(byte[] compressed, int size) throws IOException {
    requirePossible(size, compressed.length, LZ4_RATIO);
    byte[] plain = new byte[size];
    ByteBuffer in = ByteBuffer.wrap(compressed);
    int done = 0;
    while (done < size) {
      int end = done + nextSize(in, size - done);
      while (done < end) {
        int block = nextSize(in, in.remaining() - Integer.BYTES);
        done += lz4Block(compressed, in.position(), block, plain, done, end - done);
        in.position(in.position() + block);
      }
    }
    return plain;
  }

  private static int nextSize(ByteBuffer in, int most) throws IOException {
    if (in.remaining() < Integer.BYTES) {
      throw new IOException("an lz4 page ends too early");
    }
    int size = in.getInt();
    if (size <= 0 || size > most) {
      throw new IOException(
          "an lz4 page has a part of " + size + " bytes, at most " + most + " fit");
    }
    return size;
  }

  private static int lz4Block(
      byte[] in, int inStart, int inSize, byte[] out, int outStart, int outSize)
      throws IOException {
    try {
      return new Lz4Decompressor().decompress(in, inStart, inSize, out, outStart, outSize);
    } catch (MalformedInputException broken) {
      throw new IOException("an lz4 page is broken: " + broken.getMessage(), broken);
    }
  }

  private static void requireWhole(int size, int claimed) throws IOException {
    if (size != claimed) {
      throw new IOException("an lz4 page of " + size + " bytes claims " + claimed);
    }
  }

  private static void requirePossible(int size, int compressedSize, int ratio) throws IOException {
    if (size < 0 || size > (long) ratio * compressedSize) {
      throw new IOException(
          "a page claims " + size + " bytes, which " + compressedSize + " bytes cannot hold");
    }
  }
}
