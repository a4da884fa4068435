package nightshift.io.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** The stored bytes of some column chunks; those that lie side by side were read in one piece. */
final class ChunkBytes {
  /** Reading over a gap of this size is cheaper than another call. */
  private static final int SMALL_GAP = 4 << 10;

  /** Pieces do not grow beyond this, unless one chunk is larger. */
  private static final int LARGE_PIECE = 8 << 20;

  /** So much is read at a time. */
  private static final int PORTION = 1 << 20;

  private record Piece(long start, byte[] bytes) {
    boolean has(ColumnChunkMetaData chunk) {
      long from = chunk.getStartingPos() - start;
      return from >= 0 && from + chunk.getTotalSize() <= bytes.length;
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
   * Fills a buffer with the bytes from a place on, in portions: Java reads each through a buffer
   * outside of the heap that is as large.
   */
  static void fill(ByteBuffer buffer, FileChannel channel, long start) throws IOException {
    int end = buffer.limit();
    while (buffer.position() < end) {
      buffer.limit(Math.min(end, buffer.position() + PORTION));
      if (channel.read(buffer, start + buffer.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
  }

  FlatChunk decoder(ColumnDescriptor column, ColumnChunkMetaData chunk, int rows) {
    for (Piece piece : pieces) {
      if (piece.has(chunk)) {
        int start = (int) (chunk.getStartingPos() - piece.start);
        int end = start + (int) chunk.getTotalSize();
        return new FlatChunk(column, chunk.getCodec(), piece.bytes, start, end, rows);
      }
    }
    throw new IllegalArgumentException("column " + column.getPath()[0] + " was not asked for");
  }
}
