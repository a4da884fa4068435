package nightshift.io.parquet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Decodes the pages of one column chunk, a page at a time instead of a value at a time. Pages
 * outside the wanted rows are passed over by their headers. Rows may be asked for again, but going
 * on from the last ones is what it is made for.
 */
final class FlatChunk {
  private final ColumnDescriptor column;
  private final CompressionCodecName codec;
  private final StoredBytes bytes;
  private final ChunkPages pages;
  private final FlatPage page;

  FlatChunk(
      ColumnDescriptor column, CompressionCodecName codec, StoredBytes bytes, ChunkPages pages) {
    this.column = column;
    this.codec = codec;
    this.bytes = bytes;
    this.pages = pages;
    this.page = new FlatPage(column);
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
   * @param to last row, exclusive; at most {@link ReadLimits#STRETCH_ROWS} behind the first
   * @throws IOException when the bytes are no such pages
   */
  FlatValues read(long from, long to, PageBytes inflated) throws IOException {
    FlatValues into = new FlatValues((int) (to - from));
    if (from < pages.row()) {
      pages.restart();
    } else if (page.misses()) {
      takeDictionaryAgain(inflated);
    }
    while (pages.row() < to) {
      long position = pages.position();
      long row = pages.row();
      PageHead head = pages.next();
      if (head.isDictionary()) {
        takeDictionary(head, inflated);
      } else if (head.isData()) {
        int first = (int) Math.max(from - row, 0);
        int last = (int) Math.min(to - row, head.values());
        if (first < last) {
          inflate(head, inflated);
          page.read(first, last, inflated, into);
        }
        if (last < head.values()) {
          // The rest of this page is of the next stretch.
          pages.returnTo(position, row);
          break;
        }
      }
    }
    page.dropLargeDictionary();
    return into;
  }

  private void takeDictionary(PageHead head, PageBytes inflated) throws IOException {
    int body = pages.body();
    inflated.inflate(codec, bytes.array(), body, body + head.size(), head.inflatedSize());
    page.takeDictionary(head, inflated);
  }

  /** A dictionary is the first page. */
  private void takeDictionaryAgain(PageBytes inflated) throws IOException {
    long position = pages.position();
    long row = pages.row();
    pages.restart();
    takeDictionary(pages.next(), inflated);
    pages.returnTo(position, row);
  }

  /** Levels of version 2 stand before the values, and are never compressed. */
  private void inflate(PageHead head, PageBytes inflated) throws IOException {
    int body = pages.body();
    int next = body + head.size();
    boolean separate = head.isVersion2();
    int levels = head.levelBytes();
    if (head.compressed()) {
      int size = head.inflatedSize() - levels;
      inflated.inflate(codec, bytes.array(), body + levels, next, size);
    } else {
      inflated.take(bytes.array(), body + levels, next);
    }
    if (separate) {
      page.startVersion2(head, bytes.array(), body, body + levels, inflated);
    } else {
      page.startVersion1(head, inflated);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(column.getPath()) + " before row " + pages.row();
  }
}
