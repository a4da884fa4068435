package nightshift.io.parquet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.statisticslevel.StatisticsFilter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * Walks over the rows of a file by stretches of at most {@link ReadLimits#STRETCH_ROWS}, none of
 * which reaches over the end of a row group.
 */
final class RowStretches {
  private final List<BlockMetaData> groups;
  private final Optional<FilterPredicate> filter;
  private int index = -1;
  private long first;
  private int rows;

  RowStretches(List<BlockMetaData> groups, Optional<FilterPredicate> filter) {
    this.groups = groups;
    this.filter = filter;
  }

  /** Moves to the next stretch that may have matching rows; false after the last. */
  boolean next() {
    if (index >= 0 && index < groups.size()) {
      first += rows;
      rows = length();
    }
    while (rows == 0 && index < groups.size()) {
      index++;
      first = 0;
      rows = index < groups.size() && mayMatch(group()) ? length() : 0;
    }
    return index < groups.size();
  }

  private int length() {
    return (int) Math.min(ReadLimits.STRETCH_ROWS, group().getRowCount() - first);
  }

  private boolean mayMatch(BlockMetaData group) {
    return filter.isEmpty() || !StatisticsFilter.canDrop(filter.get(), group.getColumns());
  }

  /** The row group of the stretch. */
  BlockMetaData group() {
    return groups.get(index);
  }

  /** The place of the row group in the file, from 0. */
  int index() {
    return index;
  }

  /** The first row of the stretch, counted within its row group. */
  long first() {
    return first;
  }

  int rows() {
    return rows;
  }

  /** The chunk of a column of the row group. */
  ColumnChunkMetaData chunk(ColumnDescriptor column) throws IOException {
    String name = column.getPath()[0];
    for (ColumnChunkMetaData chunk : group().getColumns()) {
      if (chunk.getPath().size() == 1 && chunk.getPath().toDotString().equals(name)) {
        return chunk;
      }
    }
    throw new IOException("row group " + index + " has no column " + name);
  }
}
