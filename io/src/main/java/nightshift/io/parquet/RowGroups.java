package nightshift.io.parquet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Walks over the row groups of one file. All column readers of a row group stand on the same rows,
 * also where pages were left out. For one thread.
 */
public final class RowGroups implements AutoCloseable {
  private final ParquetFileReader reader;
  private final MessageType projection;
  private final String createdBy;
  private final long mostRows;
  private int group;
  private PageReadStore pages;
  private ColumnReadStoreImpl columns;

  RowGroups(ParquetFileReader reader, List<ColumnDescriptor> wanted) {
    this.reader = reader;
    MessageType schema = reader.getFileMetaData().getSchema();
    List<Type> fields = wanted.stream().map(column -> schema.getType(column.getPath()[0])).toList();
    this.projection = new MessageType(schema.getName(), fields);
    this.createdBy = reader.getFileMetaData().getCreatedBy();
    this.mostRows =
        reader.getRowGroups().stream().mapToLong(BlockMetaData::getRowCount).max().orElse(0);
    reader.setRequestedSchema(projection);
  }

  /** Moves to the next row group that may have matching rows; false after the last. */
  public boolean next() throws IOException {
    pages = reader.readNextFilteredRowGroup();
    group++;
    if (pages == null) {
      return false;
    }
    if (pages.getRowCount() > Integer.MAX_VALUE) {
      throw new IOException("a row group of " + pages.getRowCount() + " rows is too large");
    }
    CheckedPages checked = new CheckedPages(pages, mostRows);
    columns = new ColumnReadStoreImpl(checked, new NoRecords(), projection, createdBy);
    return true;
  }

  /** How many rows of this row group were read. */
  public int rows() {
    return (int) pages.getRowCount();
  }

  /** A reader that stands on the first value of a column of this row group. */
  public ColumnReader column(ColumnDescriptor column) {
    return columns.getColumnReader(column);
  }

  /**
   * All distinct values of a column of the next row group, where its dictionary tells them; the row
   * group is then passed over, its rows are not read. For walks without a filter.
   */
  public Optional<Dictionary> nextDictionary(ColumnDescriptor column) throws IOException {
    if (group == reader.getRowGroups().size()
        || !isWhollyDictionary(reader.getRowGroups().get(group), column)) {
      return Optional.empty();
    }
    DictionaryPage page = reader.getNextDictionaryReader().readDictionaryPage(column);
    if (page == null) {
      return Optional.empty();
    }
    CheckedPages.requirePossible(column, page);
    group++;
    reader.skipNextRowGroup();
    return Optional.of(page.getEncoding().initDictionary(column, page));
  }

  private static boolean isWhollyDictionary(BlockMetaData block, ColumnDescriptor column) {
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      if (chunk.getPath().toArray()[0].equals(column.getPath()[0])) {
        EncodingStats stats = chunk.getEncodingStats();
        return stats != null
            && stats.hasDictionaryEncodedPages()
            && !stats.hasNonDictionaryEncodedPages();
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
