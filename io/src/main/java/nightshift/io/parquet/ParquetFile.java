package nightshift.io.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * One Parquet file of which the footer was read and checked. Holds no open file, may be kept and
 * used from several threads.
 */
public final class ParquetFile {
  private final Path path;
  private final ParquetMetadata footer;

  private ParquetFile(Path path, ParquetMetadata footer) {
    this.path = path;
    this.footer = footer;
  }

  /** Reads the footer, with all columns. */
  static ParquetFile open(Path path) throws IOException {
    return open(path, names -> names);
  }

  /**
   * Reads the footer.
   *
   * @param choice from the names of all columns to those that will be read; what the footer says of
   *     the others is not kept
   * @throws IOException when the file is not Parquet, was cut short, claims what it cannot hold, or
   *     has a larger footer than {@link ReadLimits} allows; the message says which, without the
   *     path
   */
  public static ParquetFile open(Path path, UnaryOperator<Collection<String>> choice)
      throws IOException {
    FooterBytes bytes = FooterBytes.read(path);
    ParquetMetadata footer = Footer.parse(bytes.bytes(), choice);
    requirePossible(footer, bytes.fileSize());
    return new ParquetFile(path, footer);
  }

  /** No chunk lies outside the file, and no row group has more rows than a chunk has values. */
  private static void requirePossible(ParquetMetadata footer, long size) throws IOException {
    for (BlockMetaData group : footer.getBlocks()) {
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        long start = chunk.getStartingPos();
        long length = chunk.getTotalSize();
        if (start < 0 || length < 0 || length > size || start > size - length) {
          throw new IOException(
              "its footer puts column %s at bytes %d to %d of %d"
                  .formatted(chunk.getPath().toDotString(), start, start + length, size));
        }
        if (group.getRowCount() < 0 || group.getRowCount() > chunk.getValueCount()) {
          throw new IOException(
              "its footer claims %d rows for %d values of column %s"
                  .formatted(
                      group.getRowCount(), chunk.getValueCount(), chunk.getPath().toDotString()));
        }
      }
    }
  }

  public Path path() {
    return path;
  }

  public MessageType schema() {
    return footer.getFileMetaData().getSchema();
  }

  /**
   * One column by its exact name.
   *
   * @throws IOException when it is nested or repeated, so that a row has not one value
   */
  public ColumnDescriptor column(String name) throws IOException {
    Type type = schema().getType(name);
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      throw new IOException("column " + name + " is nested or repeated; one value a row is needed");
    }
    return schema().getColumnDescription(new String[] {name});
  }

  /** How many rows the footer claims. */
  public long rows() {
    return footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
  }

  /** How many column chunks the footer describes: what it takes in memory is in proportion. */
  public int chunks() {
    return footer.getBlocks().stream().mapToInt(group -> group.getColumns().size()).sum();
  }

  /** The stored bytes of one column, compressed as they are. */
  public long bytes(ColumnDescriptor column) {
    return chunksOf(column).stream().mapToLong(ColumnChunkMetaData::getTotalSize).sum();
  }

  /** The statistics of one column, one a row group; those without values may be absent. */
  public List<Statistics<?>> statistics(ColumnDescriptor column) {
    List<ColumnChunkMetaData> chunks = chunksOf(column);
    return chunks.stream().<Statistics<?>>map(ColumnChunkMetaData::getStatistics).toList();
  }

  private List<ColumnChunkMetaData> chunksOf(ColumnDescriptor column) {
    return footer.getBlocks().stream()
        .flatMap(group -> group.getColumns().stream())
        .filter(chunk -> chunk.getPath().size() == 1)
        .filter(chunk -> chunk.getPath().toArray()[0].equals(column.getPath()[0]))
        .toList();
  }

  /** How many row groups the file has. */
  public int groups() {
    return footer.getBlocks().size();
  }

  /** How many rows a row group claims, which is counted from 0. */
  public long rows(int group) {
    return footer.getBlocks().get(group).getRowCount();
  }

  String createdBy() {
    return footer.getFileMetaData().getCreatedBy();
  }

  /**
   * Reads some columns.
   *
   * @param filter row groups without a matching row by their statistics are left out; rows that do
   *     not match may still come
   */
  public Stretches read(List<ColumnDescriptor> columns, Optional<FilterPredicate> filter)
      throws IOException {
    return read(columns, filter, true);
  }

  /**
   * The same.
   *
   * @param bulk whether flat numbers come as arrays, or as everything else does
   */
  Stretches read(List<ColumnDescriptor> columns, Optional<FilterPredicate> filter, boolean bulk)
      throws IOException {
    return new Stretches(this, footer.getBlocks(), columns, filter, bulk);
  }

  /** Reads some columns of one row group, which is counted from 0. */
  public Stretches read(List<ColumnDescriptor> columns, int group) throws IOException {
    List<BlockMetaData> one = List.of(footer.getBlocks().get(group));
    return new Stretches(this, one, columns, Optional.empty(), true);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
