package nightshift.io.parquet;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * The inflated bytes of one page after the other, in one array as long as that is of a usual size.
 * For one thread; what it holds is used again for the next file.
 */
final class PageBytes implements AutoCloseable {
  private static final byte[] NOTHING = {};

  /** What is kept for the next file: no more of them than files were ever read at a time. */
  private static final Queue<PageBytes> IDLE = new ConcurrentLinkedQueue<>();

  /** Arrays larger than this are not kept. */
  private static final int KEPT_BYTES = 256 << 10;

  private final LargePages large = new LargePages();
  private ZstdDecompressCtx zstd;
  private byte[] reused = NOTHING;
  private byte[] array = NOTHING;
  private int start;
  private int end;

  private PageBytes() {}

  static PageBytes open() {
    PageBytes kept = IDLE.poll();
    return kept == null ? new PageBytes() : kept;
  }

  /** Where the bytes of the page are, from {@link #start()} to {@link #end()}. */
  byte[] array() {
    return array;
  }

  /** The first byte, inclusive. */
  int start() {
    return start;
  }

  /** The last byte, exclusive. */
  int end() {
    return end;
  }

  /** Takes the bytes of a page as they are. */
  void take(byte[] bytes, int from, int to) {
    array = bytes;
    start = from;
    end = to;
  }

  /**
   * Inflates the bytes of a page.
   *
   * @param size how many bytes the page claims to have
   */
  void inflate(CompressionCodecName codec, byte[] bytes, int from, int to, int size)
      throws IOException {
    large.enter(size);
    if (codec == CompressionCodecName.UNCOMPRESSED && size == to - from) {
      take(bytes, from, to);
    } else if (size > 0 && size <= ReadLimits.PAGE_BYTES && codec == CompressionCodecName.ZSTD) {
      require(size, zstd(bytes, from, to, room(size), size));
    } else if (size > 0 && size <= ReadLimits.PAGE_BYTES && codec == CompressionCodecName.SNAPPY) {
      require(size, Snappy.uncompressedLength(bytes, from, to - from));
      require(size, Snappy.uncompress(bytes, from, to - from, room(size), 0));
    } else {
      byte[] plain = Codecs.inflate(codec, Arrays.copyOfRange(bytes, from, to), size);
      take(plain, 0, plain.length);
    }
  }

  /** The inflated bytes of a page, in an array that is used for nothing else. */
  byte[] fresh(CompressionCodecName codec, byte[] bytes, int from, int to, int size)
      throws IOException {
    large.enter(size);
    reused = new byte[Math.max(0, Math.min(size, ReadLimits.PAGE_BYTES))];
    inflate(codec, bytes, from, to, size);
    boolean taken = array == bytes;
    byte[] fresh = taken ? Arrays.copyOfRange(array, start, end) : array;
    reused = NOTHING;
    array = NOTHING;
    return fresh;
  }

  private byte[] room(int size) {
    if (reused.length < size) {
      reused = NOTHING;
      array = NOTHING;
      reused = new byte[size > ReadLimits.LARGE_PAGE_BYTES ? size : Math.max(16 << 10, 2 * size)];
    }
    take(reused, 0, size);
    return reused;
  }

  private int zstd(byte[] bytes, int from, int to, byte[] into, int size) throws IOException {
    if (zstd == null) {
      zstd = new ZstdDecompressCtx();
    }
    try {
      return zstd.decompressByteArray(into, 0, size, bytes, from, to - from);
    } catch (ZstdException broken) {
      throw new IOException("a zstd page is broken: " + broken.getMessage(), broken);
    }
  }

  private static void require(int claimed, int size) throws IOException {
    if (size != claimed) {
      throw new IOException("a page of " + size + " bytes claims " + claimed);
    }
  }

  @Override
  public void close() {
    if (reused.length > KEPT_BYTES) {
      reused = NOTHING;
    }
    array = NOTHING;
    large.close();
    IDLE.add(this);
  }
}
