package nightshift.io.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.lz4.Lz4HadoopStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodecsTest {
  private static final int SIZE = 300_000;
  private final Codecs codecs = new Codecs();

  /** Noise, then much of the same, as pages of prices and of dates are. */
  private static byte[] page() {
    byte[] page = new byte[SIZE];
    Random random = new Random(3);
    for (int i = 0; i < SIZE / 2; i++) {
      page[i] = (byte) random.nextInt(11);
    }
    return page;
  }

  private byte[] expanded(CompressionCodecName codec, byte[] compressed, int size)
      throws IOException {
    BytesInput plain = codecs.getDecompressor(codec).decompress(BytesInput.from(compressed), size);
    return plain.toInputStream().readAllBytes();
  }

  private byte[] compressed(CompressionCodecName codec) throws IOException {
    BytesInput compressed = codecs.getCompressor(codec).compress(BytesInput.from(page()));
    return compressed.toInputStream().readAllBytes();
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void givesBackWhatWasCompressed(CompressionCodecName codec) throws IOException {
    byte[] compressed = compressed(codec);
    assertThat(expanded(codec, compressed, SIZE)).isEqualTo(page());
    ByteBuffer buffer = ByteBuffer.allocate(SIZE);
    codecs
        .getDecompressor(codec)
        .decompress(ByteBuffer.wrap(compressed), compressed.length, buffer, SIZE);
    assertThat(buffer.array()).isEqualTo(page());
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void refusesAFalseSize(CompressionCodecName codec) throws IOException {
    byte[] compressed = compressed(codec);
    for (int size : new int[] {-1, SIZE + 1, 200_000_000, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> expanded(codec, compressed, size))
          .as("size %d", size)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void readsTheOlderLz4AsHadoopFramesIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new Lz4HadoopStreams().createOutputStream(bytes)) {
      out.write(page());
    }
    byte[] framed = bytes.toByteArray();
    assertThat(expanded(CompressionCodecName.LZ4, framed, SIZE)).isEqualTo(page());
    framed[4] = 0x7f;
    assertThatThrownBy(() -> expanded(CompressionCodecName.LZ4, framed, SIZE))
        .isInstanceOf(IOException.class);
  }

  @Test
  void readsBrotli() throws IOException {
    // "nightshift " eight times, compressed by Google's brotli 1.0.
    byte[] framed = Base64.getDecoder().decode(BROTLI);
    byte[] plain = "nightshift ".repeat(8).getBytes();
    assertThat(expanded(CompressionCodecName.BROTLI, framed, plain.length)).isEqualTo(plain);
    assertThatThrownBy(() -> expanded(CompressionCodecName.BROTLI, framed, 1000))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesLzo() {
    assertThatThrownBy(() -> codecs.getDecompressor(CompressionCodecName.LZO))
        .hasMessageContaining("lzo");
  }

  private static final String BROTLI = "G1cA+MUDrtYXjCEAjAA6jfw5PAA=";
}
