package nightshift.io.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * The columns of flat numbers of one file, decoded into arrays a stretch of rows at a time. Small
 * chunks of a row group are read in as few pieces as they lie in, larger ones page by page through
 * one window. For one thread.
 */
final class FlatColumns implements AutoCloseable {
  private final FileChannel channel;
  private final List<ColumnDescriptor> columns;
  private final RowStretches place;
  private final FileWindow window;
  private final PageBytes inflated;
  private final Map<ColumnDescriptor, FlatChunk> open = new HashMap<>();
  private int group = -1;
  private ChunkBytes small;

  FlatColumns(FileChannel channel, List<ColumnDescriptor> columns, RowStretches place) {
    this.channel = channel;
    this.columns = columns;
    this.place = place;
    this.window = new FileWindow(channel);
    this.inflated = PageBytes.open();
  }

  /**
   * The values of some rows of a column of this stretch.
   *
   * @param from first row of the stretch, inclusive
   * @param to last row, exclusive
   */
  FlatValues read(ColumnDescriptor column, int from, int to) throws IOException {
    if (group != place.index()) {
      group = place.index();
      open.clear();
      small = null;
    }
    FlatChunk chunk = open.get(column);
    if (chunk == null) {
      chunk = open(column);
      open.put(column, chunk);
    }
    return chunk.read(place.first() + from, place.first() + to, inflated);
  }

  private FlatChunk open(ColumnDescriptor column) throws IOException {
    ColumnChunkMetaData chunk = place.chunk(column);
    StoredBytes bytes = window;
    if (chunk.getTotalSize() <= ReadLimits.WHOLE_CHUNK_BYTES) {
      if (small == null) {
        small = ChunkBytes.read(channel, smallChunks());
      }
      bytes = small.of(chunk).orElse(window);
    }
    return new FlatChunk(
        column, chunk.getCodec(), bytes, ChunkPages.of(column, chunk, bytes, place));
  }

  private List<ColumnChunkMetaData> smallChunks() throws IOException {
    List<ColumnChunkMetaData> chunks = new ArrayList<>();
    for (ColumnDescriptor column : columns) {
      Optional.of(place.chunk(column))
          .filter(chunk -> chunk.getTotalSize() <= ReadLimits.WHOLE_CHUNK_BYTES)
          .ifPresent(chunks::add);
    }
    return chunks;
  }

  @Override
  public void close() {
    inflated.close();
  }
}
