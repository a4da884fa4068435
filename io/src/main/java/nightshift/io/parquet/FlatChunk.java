package nightshift.io.parquet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Decodes the pages of one column chunk from its bytes, a page at a time instead of a value at a
 * time. Pages outside the wanted rows are passed over by their headers.
 */
final class FlatChunk {
  private final ColumnDescriptor column;
  private final CompressionCodecName codec;
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final int rows;

  /**
   * @param start first byte of the chunk, inclusive
   * @param end last byte, exclusive
   * @param rows how many rows the row group has
   */
  FlatChunk(
      ColumnDescriptor column,
      CompressionCodecName codec,
      byte[] bytes,
      int start,
      int end,
      int rows) {
    this.column = column;
    this.codec = codec;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.rows = rows;
  }

  /** Whether values of a column can be 64 bits each, one or none a row. */
  static boolean canHold(ColumnDescriptor column) {
    PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
    return column.getMaxRepetitionLevel() == 0
        && column.getMaxDefinitionLevel() <= 1
        && (type == PrimitiveTypeName.INT32
            || type == PrimitiveTypeName.INT64
            || type == PrimitiveTypeName.FLOAT
            || type == PrimitiveTypeName.DOUBLE);
  }

  /**
   * The values of some rows.
   *
   * @param from first row of the row group, inclusive
   * @param to last row, exclusive
   * @throws IOException when the bytes are no such pages
   */
  FlatValues read(int from, int to, PageBytes pages) throws IOException {
    FlatValues into = new FlatValues(to - from);
    FlatPage page = new FlatPage(column, into);
    int row = 0;
    int at = start;
    while (row < to) {
      PageHead head = head(at);
      int body = head.bodyStart();
      at = body + head.size();
      switch (head.type()) {
        case DICTIONARY_PAGE:
          pages.inflate(codec, bytes, body, at, head.inflatedSize());
          page.takeDictionary(head, pages);
          break;
        case DATA_PAGE, DATA_PAGE_V2:
          requirePossible(head, row);
          int first = Math.max(from - row, 0);
          int last = Math.min(to - row, head.values());
          if (first < last) {
            inflate(head, page, pages);
            page.read(first, last, pages);
          }
          row += head.values();
          break;
        default:
          break;
      }
    }
    return into;
  }

  private PageHead head(int at) throws IOException {
    if (at >= end) {
      throw new ParquetDecodingException(
          "column %s: it has fewer values than the %d rows of its group".formatted(name(), rows));
    }
    PageHead head = PageHead.read(bytes, at, end);
    if (head.size() < 0 || head.size() > end - head.bodyStart()) {
      throw new ParquetDecodingException(
          "column %s: a page claims %d bytes, there are %d"
              .formatted(name(), head.size(), end - head.bodyStart()));
    }
    return head;
  }

  private void requirePossible(PageHead head, int row) {
    if (head.values() < 0 || head.values() > rows - row) {
      throw new ParquetDecodingException(
          "column %s: a page claims %d values in a group of %d rows"
              .formatted(name(), head.values(), rows));
    }
  }

  /** Levels of version 2 stand before the values, and are never compressed. */
  private void inflate(PageHead head, FlatPage page, PageBytes pages) throws IOException {
    int body = head.bodyStart();
    int next = body + head.size();
    boolean separate = head.isVersion2();
    int levels = head.levelBytes();
    if (levels < 0 || levels > head.size()) {
      throw new ParquetDecodingException(
          "column %s: a page of %d bytes claims %d bytes of levels"
              .formatted(name(), head.size(), levels));
    }
    if (separate) {
      page.startVersion2(head, bytes, body, body + levels);
    }
    if (head.compressed()) {
      pages.inflate(codec, bytes, body + levels, next, head.inflatedSize() - levels);
    } else {
      pages.take(bytes, body + levels, next);
    }
    if (!separate) {
      page.startVersion1(head, pages);
    }
  }

  private String name() {
    return column.getPath()[0];
  }

  @Override
  public String toString() {
    return Arrays.toString(column.getPath()) + " at " + start + " to " + end;
  }
}
