package nightshift.io.parquet;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.xerial.snappy.Snappy;

/** Compresses pages: what is written once and read every night may take its time. */
final class Deflate {
  private static final int ZSTD_LEVEL = 9;

  private Deflate() {}

  static byte[] snappy(byte[] plain) throws IOException {
    return Snappy.compress(plain);
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  static byte[] zstd(byte[] plain) {
    return Zstd.compress(plain, ZSTD_LEVEL);
  }

  static byte[] lz4(byte[] plain) {
    Lz4Compressor compressor = new Lz4Compressor();
    byte[] out = new byte[compressor.maxCompressedLength(plain.length)];
    int size = compressor.compress(plain, 0, plain.length, out, 0, out.length);
    return Arrays.copyOf(out, size);
  }
}
