package nightshift.io.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The columns of one file that are read a value at a time, by parquet-java's readers. Each holds
 * one page while its row group is read. For one thread.
 */
final class ValueColumns implements AutoCloseable {
  private final FileChannel channel;
  private final RowStretches place;
  private final MessageType projection;
  private final String createdBy;
  private final PageBytes inflater = PageBytes.open();
  private final Map<ColumnDescriptor, Open> open = new HashMap<>();
  private int group = -1;

  /**
   * A reader that stands on a row.
   *
   * @param row where it will stand when its rows of the stretch were consumed
   */
  private record Open(ColumnReader reader, long row) {}

  ValueColumns(
      FileChannel channel, ParquetFile file, List<ColumnDescriptor> columns, RowStretches place) {
    this.channel = channel;
    this.place = place;
    MessageType schema = file.schema();
    List<Type> fields = columns.stream().map(c -> schema.getType(c.getPath()[0])).toList();
    this.projection = new MessageType(schema.getName(), fields);
    this.createdBy = file.createdBy();
  }

  /**
   * A reader that stands on the first row of the stretch; whoever asks for it consumes all rows of
   * the stretch, and asks once.
   */
  ColumnReader column(ColumnDescriptor column) throws IOException {
    if (group != place.index()) {
      group = place.index();
      open.clear();
    }
    Open before = open.get(column);
    ColumnReader reader = before == null ? reader(column) : before.reader();
    for (long row = before == null ? 0 : before.row(); row < place.first(); row++) {
      if (reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
        reader.skip();
      }
      reader.consume();
    }
    long end = place.first() + place.rows();
    if (end < place.group().getRowCount()) {
      open.put(column, new Open(reader, end));
    } else {
      open.remove(column);
    }
    return reader;
  }

  private ColumnReader reader(ColumnDescriptor column) throws IOException {
    PageReader pages = pages(column);
    PageReadStore store =
        new PageReadStore() {
          @Override
          public PageReader getPageReader(ColumnDescriptor asked) {
            return pages;
          }

          @Override
          public long getRowCount() {
            return place.group().getRowCount();
          }
        };
    return new ColumnReadStoreImpl(store, new NoRecords(), projection, createdBy)
        .getColumnReader(column);
  }

  private PageReader pages(ColumnDescriptor column) throws IOException {
    ColumnChunkMetaData chunk = place.chunk(column);
    FileWindow window = new FileWindow(channel);
    ChunkPages pages = ChunkPages.of(column, chunk, window, place);
    return new ValuePages(column, chunk, pages, window, inflater);
  }

  /**
   * All distinct values of a column of this row group, where its dictionary tells them; its data
   * pages are not read.
   */
  Optional<Dictionary> dictionary(ColumnDescriptor column) throws IOException {
    EncodingStats stats = place.chunk(column).getEncodingStats();
    if (stats == null
        || !stats.hasDictionaryEncodedPages()
        || stats.hasNonDictionaryEncodedPages()) {
      return Optional.empty();
    }
    DictionaryPage page = pages(column).readDictionaryPage();
    return page == null
        ? Optional.empty()
        : Optional.of(page.getEncoding().initDictionary(column, page));
  }

  @Override
  public void close() {
    inflater.close();
  }
}
