package nightshift.io.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * One Parquet file of which the footer was read and checked. Holds no open file, may be kept and
 * used from several threads.
 */
public final class ParquetFile {
  private final Path path;
  private final InputFile input;
  private final ParquetMetadata footer;

  private ParquetFile(Path path, InputFile input, ParquetMetadata footer) {
    this.path = path;
    this.input = input;
    this.footer = footer;
  }

  /**
   * Reads the footer.
   *
   * @throws IOException when the file is not Parquet, was cut short, or claims what it cannot hold;
   *     the message says which, without the path
   */
  public static ParquetFile open(Path path) throws IOException {
    FooterBytes bytes = FooterBytes.read(path);
    ParquetMetadata footer = parse(bytes);
    requirePossible(footer, bytes.fileSize());
    return new ParquetFile(path, new LocalInputFile(path), footer);
  }

  private static ParquetMetadata parse(FooterBytes bytes) throws IOException {
    try {
      return new ParquetMetadataConverter(options(Optional.empty()))
          .readParquetMetadata(
              new ByteArrayInputStream(bytes.bytes()), ParquetMetadataConverter.NO_FILTER);
    } catch (RuntimeException broken) {
      throw new IOException("its footer is broken: " + broken.getMessage(), broken);
    }
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

  /**
   * Reads some columns, row group by row group.
   *
   * @param filter row groups and pages without a matching row are left out where statistics,
   *     dictionaries or column indexes tell; rows that do not match may still come
   */
  public RowGroups read(List<ColumnDescriptor> columns, Optional<FilterPredicate> filter)
      throws IOException {
    ParquetFileReader reader =
        ParquetFileReader.open(input, footer, options(filter), input.newStream());
    return new RowGroups(reader, columns);
  }

  /**
   * Reads some columns page by page into arrays, where all of them are flat numbers and the row
   * groups of a usual size; empty for other files, which {@link #read} reads.
   *
   * @param filter row groups without a matching row by their statistics are left out
   */
  public Optional<FlatGroups> readFlat(
      List<ColumnDescriptor> columns, Optional<FilterPredicate> filter) throws IOException {
    return FlatGroups.canRead(footer.getBlocks(), columns)
        ? Optional.of(new FlatGroups(path, footer.getBlocks(), columns, filter))
        : Optional.empty();
  }

  private static ParquetReadOptions options(Optional<FilterPredicate> filter) {
    ParquetReadOptions.Builder options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).withCodecFactory(new Codecs());
    filter.ifPresent(predicate -> options.withRecordFilter(FilterCompat.get(predicate)));
    return options.build();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
