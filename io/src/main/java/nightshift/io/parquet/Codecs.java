package nightshift.io.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The compressions that Parquet files come in, without Hadoop's native code: uncompressed, snappy,
 * gzip, zstd, lz4_raw, the older lz4 and brotli. All can be read; all but the last two can be
 * written.
 */
public final class Codecs implements CompressionCodecFactory {

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return decompressor(codec);
  }

  /**
   * The inflated bytes of a page.
   *
   * @param size how many the page claims
   * @throws IOException when the bytes are broken, or are not as many
   */
  static byte[] inflate(CompressionCodecName codec, byte[] compressed, int size)
      throws IOException {
    return decompressor(codec).checked(compressed, size);
  }

  private static Decompressor decompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Decompressor(codec, (bytes, size) -> bytes);
      case SNAPPY -> new Decompressor(codec, Inflate::snappy);
      case GZIP -> new Decompressor(codec, Inflate::gzip);
      case ZSTD -> new Decompressor(codec, Inflate::zstd);
      case LZ4_RAW -> new Decompressor(codec, Inflate::lz4);
      case LZ4 -> new Decompressor(codec, Inflate::hadoopLz4);
      case BROTLI -> new Decompressor(codec, Inflate::brotli);
      case LZO ->
          throw new UnsupportedOperationException(
              "lzo compression is not supported; write the file with snappy or zstd");
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new Compressor(codec, bytes -> bytes);
      case SNAPPY -> new Compressor(codec, Deflate::snappy);
      case GZIP -> new Compressor(codec, Deflate::gzip);
      case ZSTD -> new Compressor(codec, Deflate::zstd);
      case LZ4_RAW -> new Compressor(codec, Deflate::lz4);
      case LZ4, BROTLI, LZO ->
          throw new UnsupportedOperationException(
              codec + " is not written here; choose snappy, gzip, zstd, lz4_raw or uncompressed");
    };
  }

  @Override
  public void release() {
    // Nothing is pooled.
  }

  private static byte[] array(BytesInput bytes) throws IOException {
    try (InputStream in = bytes.toInputStream()) {
      return in.readAllBytes();
    }
  }

  /** From compressed bytes and the claimed size to the bytes of a page. */
  @FunctionalInterface
  interface Expand {
    byte[] apply(byte[] compressed, int size) throws IOException;
  }

  /** From the bytes of a page to compressed bytes. */
  @FunctionalInterface
  interface Shrink {
    byte[] apply(byte[] plain) throws IOException;
  }

  private record Decompressor(CompressionCodecName codec, Expand expand)
      implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(checked(array(bytes), size));
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int size)
        throws IOException {
      byte[] compressed = new byte[Math.min(inputSize, input.remaining())];
      input.get(compressed);
      output.put(checked(compressed, size));
    }

    private byte[] checked(byte[] compressed, int size) throws IOException {
      if (size < 0 || size > ReadLimits.PAGE_BYTES) {
        throw new IOException("a page claims " + size + " bytes");
      }
      byte[] plain = size == 0 ? new byte[0] : expand.apply(compressed, size);
      if (plain.length != size) {
        throw new IOException(
            "a page of " + plain.length + " bytes claims " + size + " (" + codec + ")");
      }
      return plain;
    }

    @Override
    public void release() {
      // Holds nothing.
    }
  }

  private record Compressor(CompressionCodecName codec, Shrink shrink)
      implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(shrink.apply(array(bytes)));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
    }

    @Override
    public void release() {
      // Holds nothing.
    }
  }
}
