package nightshift.io.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A moving window over a file, for column chunks that are too large to be held: as wide as the
 * widest page that was asked for.
 */
final class FileWindow implements StoredBytes {
  /** Small pages that follow each other are read in one piece. */
  private static final int LEAST_BYTES = 64 << 10;

  private final FileChannel channel;
  private byte[] array = {};
  private long first;
  private int held;

  FileWindow(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int at(long position, int count) throws IOException {
    if (position < first || position + count > first + held) {
      move(position, count);
    }
    return (int) (position - first);
  }

  private void move(long position, int count) throws IOException {
    int size = (int) Math.min(Math.max(count, LEAST_BYTES), channel.size() - position);
    if (size < count) {
      throw new IOException("it became shorter while it was read");
    }
    if (array.length < size) {
      array = new byte[size];
    }
    held = 0;
    ChunkBytes.fill(ByteBuffer.wrap(array, 0, size).slice(), channel, position);
    first = position;
    held = size;
  }

  @Override
  public byte[] array() {
    return array;
  }

  @Override
  public int end() {
    return held;
  }
}
