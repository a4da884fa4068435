package nightshift.io.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** The stored bytes of some column chunks; those that lie side by side were read in one piece. */
final class ChunkBytes {
  /** Reading over a gap of this size is cheaper than another call. */
  private static final int SMALL_GAP = 4 << 10;

  private static final int ONE_READ = 256 << 10;

  /** Pieces do not grow beyond this. */
  private static final int LARGE_PIECE = 8 << 20;

  private record Piece(long start, byte[] array) implements StoredBytes {
    @Override
    public int at(long position, int count) {
      return (int) (position - start);
    }

    @Override
    public int end() {
      return array.length;
    }

    boolean has(ColumnChunkMetaData chunk) {
      long from = chunk.getStartingPos() - start;
      return from >= 0 && from + chunk.getTotalSize() <= array.length;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();

  private ChunkBytes() {}

  /**
   * Reads chunks of which the footer was checked: they lie within the file.
   *
   * @throws IOException when the file has become shorter
   */
  static ChunkBytes read(FileChannel channel, List<ColumnChunkMetaData> chunks) throws IOException {
    List<ColumnChunkMetaData> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingLong(ColumnChunkMetaData::getStartingPos));
    ChunkBytes read = new ChunkBytes();
    int next = 0;
    while (next < sorted.size()) {
      long start = sorted.get(next).getStartingPos();
      long end = end(sorted.get(next++));
      while (next < sorted.size()
          && sorted.get(next).getStartingPos() - end <= SMALL_GAP
          && Math.max(end, end(sorted.get(next))) - start <= LARGE_PIECE) {
        end = Math.max(end, end(sorted.get(next++)));
      }
      read.pieces.add(new Piece(start, bytes(channel, start, Math.toIntExact(end - start))));
    }
    return read;
  }

  private static long end(ColumnChunkMetaData chunk) {
    return chunk.getStartingPos() + chunk.getTotalSize();
  }

  private static byte[] bytes(FileChannel channel, long start, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size);
    fill(buffer, channel, start);
    return buffer.array();
  }

  /**
   * Fills a buffer with the bytes from a place on. A channel reads into an array by way of a buffer
   * outside the heap, which the thread keeps: so that this one is small, a piece is read at a time.
   */
  static void fill(ByteBuffer buffer, FileChannel channel, long start) throws IOException {
    int end = buffer.limit();
    while (buffer.position() < end) {
      buffer.limit(Math.min(end, buffer.position() + ONE_READ));
      if (channel.read(buffer, start + buffer.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
  }

  /** The bytes of a chunk; empty when it was not among those that were read. */
  Optional<StoredBytes> of(ColumnChunkMetaData chunk) {
    for (Piece piece : pieces) {
      if (piece.has(chunk)) {
        return Optional.of(piece);
      }
    }
    return Optional.empty();
  }
}
