package nightshift.io.parquet;

import java.util.Optional;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Pages whose claims are possible: parquet-java takes memory for as many dictionary entries and
 * values as a page header names, so the numbers are held against the bytes and rows there are.
 *
 * @param pages the pages of one row group
 * @param groupRows how many rows the row group has before filtering
 */
record CheckedPages(PageReadStore pages, long groupRows) implements PageReadStore {

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return new CheckedReader(column, pages.getPageReader(column), groupRows);
  }

  @Override
  public long getRowCount() {
    return pages.getRowCount();
  }

  @Override
  public Optional<Long> getRowIndexOffset() {
    return pages.getRowIndexOffset();
  }

  @Override
  public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
    return pages.getRowIndexes();
  }

  @Override
  public void close() {
    pages.close();
  }

  private record CheckedReader(ColumnDescriptor column, PageReader reader, long groupRows)
      implements PageReader {

    @Override
    public DictionaryPage readDictionaryPage() {
      DictionaryPage page = reader.readDictionaryPage();
      if (page != null) {
        requirePossible(column, page);
      }
      return page;
    }

    @Override
    public long getTotalValueCount() {
      return reader.getTotalValueCount();
    }

    @Override
    public DataPage readPage() {
      DataPage page = reader.readPage();
      if (page != null && (page.getValueCount() < 0 || page.getValueCount() > groupRows)) {
        throw new ParquetDecodingException(
            "column %s: a page claims %d values in a group of %d rows"
                .formatted(column.getPath()[0], page.getValueCount(), groupRows));
      }
      return page;
    }
  }

  /** Throws unless the bytes of a dictionary can hold as many entries as it claims. */
  static void requirePossible(ColumnDescriptor column, DictionaryPage page) {
    long most = page.getBytes().size() / leastBytes(column);
    if (page.getDictionarySize() < 0 || page.getDictionarySize() > most) {
      throw new ParquetDecodingException(
          "column %s: a dictionary claims %d entries, at most %d fit"
              .formatted(column.getPath()[0], page.getDictionarySize(), most));
    }
  }

  private static int leastBytes(ColumnDescriptor column) {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case INT64, DOUBLE -> Long.BYTES;
      case INT96 -> 12;
      case FIXED_LEN_BYTE_ARRAY -> Math.max(1, column.getPrimitiveType().getTypeLength());
      // The length before each text; BOOLEAN has no dictionary.
      case INT32, FLOAT, BINARY, BOOLEAN -> Integer.BYTES;
    };
  }
}
