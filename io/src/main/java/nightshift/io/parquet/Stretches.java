package nightshift.io.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.metadata.BlockMetaData;

/**
 * Walks over some columns of one file by stretches of rows, at most {@link ReadLimits#STRETCH_ROWS}
 * of one row group, so that it does not matter how large row groups are. Flat numbers come as
 * arrays, everything else a value at a time; all columns stand on the same rows. For one thread.
 */
public final class Stretches implements AutoCloseable {
  private final FileChannel channel;
  private final RowStretches place;
  private final Set<ColumnDescriptor> flat = new HashSet<>();
  private final FlatColumns arrays;
  private final ValueColumns values;

  /**
   * @param groups row groups of the file
   * @param bulk whether flat numbers come as arrays
   */
  Stretches(
      ParquetFile file,
      List<BlockMetaData> groups,
      List<ColumnDescriptor> columns,
      Optional<FilterPredicate> filter,
      boolean bulk)
      throws IOException {
    List<ColumnDescriptor> others = new ArrayList<>();
    for (ColumnDescriptor column : columns) {
      if (bulk && FlatChunk.canHold(column)) {
        flat.add(column);
      } else {
        others.add(column);
      }
    }
    this.place = new RowStretches(groups, filter);
    this.channel = FileChannel.open(file.path(), StandardOpenOption.READ);
    this.arrays = new FlatColumns(channel, List.copyOf(flat), place);
    this.values = new ValueColumns(channel, file, others, place);
  }

  /** Moves to the next stretch that may have matching rows; false after the last. */
  public boolean next() {
    return place.next();
  }

  /** How many rows this stretch has, one at least. */
  public int rows() {
    return place.rows();
  }

  /** The place of this stretch's row group among those that are walked over, from 0. */
  public int group() {
    return place.index();
  }

  /** Whether a column comes as an array. */
  boolean isFlat(ColumnDescriptor column) {
    return flat.contains(column);
  }

  /**
   * The values of some rows of a flat column.
   *
   * @param from first row of the stretch, inclusive
   * @param to last row, exclusive
   */
  FlatValues flat(ColumnDescriptor column, int from, int to) throws IOException {
    return arrays.read(column, from, to);
  }

  /**
   * A reader that stands on the first value of this stretch of another column; whoever asks for it
   * consumes all rows of the stretch, and asks once a stretch.
   */
  ColumnReader values(ColumnDescriptor column) throws IOException {
    return values.column(column);
  }

  /** All distinct values of a column in this row group, where its dictionary tells them. */
  Optional<Dictionary> dictionary(ColumnDescriptor column) throws IOException {
    return values.dictionary(column);
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      arrays.close();
      values.close();
      channel.close();
    }
  }
}
