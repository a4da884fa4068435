package nightshift.io.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.statisticslevel.StatisticsFilter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * Walks over the row groups of one file of which the columns are flat numbers: the chunks of a row
 * group are read in as few pieces as they lie in, and decoded into arrays. For one thread.
 */
public final class FlatGroups implements AutoCloseable {
  /** Arrays of this many values are made before their pages prove that they are there. */
  private static final long MOST_ROWS = 1 << 20;

  private static final long MOST_CHUNK_BYTES = 64 << 20;

  private final List<BlockMetaData> groups;
  private final List<ColumnDescriptor> columns;
  private final Optional<FilterPredicate> filter;
  private final FileChannel channel;
  private final PageBytes pages;
  private int next;
  private BlockMetaData group;
  private ChunkBytes chunks;

  FlatGroups(
      Path path,
      List<BlockMetaData> groups,
      List<ColumnDescriptor> columns,
      Optional<FilterPredicate> filter)
      throws IOException {
    this.groups = groups;
    this.columns = columns;
    this.filter = filter;
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
    this.pages = PageBytes.open();
  }

  /** Whether these columns can be read in this way in all row groups. */
  static boolean canRead(List<BlockMetaData> groups, List<ColumnDescriptor> columns) {
    for (BlockMetaData group : groups) {
      if (group.getRowCount() > MOST_ROWS) {
        return false;
      }
      for (ColumnDescriptor column : columns) {
        ColumnChunkMetaData chunk = chunk(group, column);
        if (chunk == null || chunk.getTotalSize() > MOST_CHUNK_BYTES) {
          return false;
        }
      }
    }
    return columns.stream().allMatch(FlatChunk::canHold);
  }

  private static ColumnChunkMetaData chunk(BlockMetaData group, ColumnDescriptor column) {
    String name = column.getPath()[0];
    for (ColumnChunkMetaData chunk : group.getColumns()) {
      if (chunk.getPath().size() == 1 && chunk.getPath().toDotString().equals(name)) {
        return chunk;
      }
    }
    return null;
  }

  /** Moves to the next row group that may have matching rows; false after the last. */
  public boolean next() {
    while (next < groups.size()) {
      group = groups.get(next++);
      chunks = null;
      if (filter.isEmpty() || !StatisticsFilter.canDrop(filter.get(), group.getColumns())) {
        return true;
      }
    }
    return false;
  }

  /** How many rows this row group has. */
  public int rows() {
    return (int) group.getRowCount();
  }

  /**
   * The values of some rows of a column of this row group.
   *
   * @param from first row, inclusive
   * @param to last row, exclusive
   */
  FlatValues read(ColumnDescriptor column, int from, int to) throws IOException {
    if (chunks == null) {
      chunks = ChunkBytes.read(channel, columns.stream().map(c -> chunk(group, c)).toList());
    }
    ColumnChunkMetaData chunk = chunk(group, column);
    return chunks.decoder(column, chunk, rows()).read(from, to, pages);
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      pages.close();
      channel.close();
    }
  }
}
