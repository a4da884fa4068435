package nightshift.io.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * Gives the pages of one column chunk to parquet-java's readers, each read and inflated when it is
 * asked for. Their claims are checked, for those readers take memory for as many values as a page
 * names.
 */
final class ValuePages implements PageReader {
  /** What parquet-java keeps for a text of a dictionary, besides its bytes. */
  private static final long TEXT_BYTES = 64;

  private final ColumnDescriptor column;
  private final ColumnChunkMetaData chunk;
  private final ChunkPages pages;
  private final StoredBytes bytes;
  private final PageBytes inflater;

  ValuePages(
      ColumnDescriptor column,
      ColumnChunkMetaData chunk,
      ChunkPages pages,
      StoredBytes bytes,
      PageBytes inflater) {
    this.column = column;
    this.chunk = chunk;
    this.pages = pages;
    this.bytes = bytes;
    this.inflater = inflater;
  }

  @Override
  public long getTotalValueCount() {
    return chunk.getValueCount();
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    try {
      PageHead head = pages.hasNext() ? pages.next() : null;
      if (head == null || !head.isDictionary()) {
        pages.restart();
        return null;
      }
      byte[] plain = inflated(head, 0);
      requirePossible(head.values(), plain.length);
      return new DictionaryPage(BytesInput.from(plain), head.values(), encoding(head.encoding()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken.getMessage(), broken);
    }
  }

  /** Throws unless the bytes of a dictionary can hold as many entries as it claims. */
  private void requirePossible(int entries, int size) {
    long most = size / leastBytes();
    if (entries < 0 || entries > most) {
      throw pages.broken("a dictionary claims %d entries, at most %d fit", entries, most);
    }
    if (entries * TEXT_BYTES + size > ReadLimits.DICTIONARY_BYTES) {
      throw pages.broken(
          "a dictionary of %d entries takes %d bytes of memory, at most %d are taken; write the"
              + " file with smaller row groups or without dictionaries",
          entries, entries * TEXT_BYTES + size, ReadLimits.DICTIONARY_BYTES);
    }
  }

  private int leastBytes() {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case INT64, DOUBLE -> Long.BYTES;
      case INT96 -> 12;
      case FIXED_LEN_BYTE_ARRAY -> Math.max(1, column.getPrimitiveType().getTypeLength());
      // The length before each text; BOOLEAN has no dictionary.
      case INT32, FLOAT, BINARY, BOOLEAN -> Integer.BYTES;
    };
  }

  @Override
  public DataPage readPage() {
    try {
      while (pages.hasNext()) {
        PageHead head = pages.next();
        if (head.isData()) {
          return head.isVersion2() ? version2(head) : version1(head);
        }
      }
      return null;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken.getMessage(), broken);
    }
  }

  private DataPage version1(PageHead head) throws IOException {
    byte[] plain = inflated(head, 0);
    requireDelta(head, plain, levelsEnd(head, plain));
    return new DataPageV1(
        BytesInput.from(plain),
        head.values(),
        plain.length,
        null,
        Encoding.RLE,
        encoding(head.levelEncoding()),
        encoding(head.encoding()));
  }

  /** Where the values start behind the levels; levels that are too long are found out later. */
  private int levelsEnd(PageHead head, byte[] plain) {
    if (column.getMaxDefinitionLevel() == 0 || plain.length < Integer.BYTES) {
      return 0;
    }
    if (encoding(head.levelEncoding()) != Encoding.RLE) {
      return Math.min(plain.length, (head.values() + 7) / 8);
    }
    long length =
        (plain[0] & 0xffL)
            | (plain[1] & 0xffL) << 8
            | (plain[2] & 0xffL) << 16
            | (plain[3] & 0xffL) << 24;
    return (int) Math.min(plain.length, Integer.BYTES + length);
  }

  private DataPage version2(PageHead head) throws IOException {
    int levels = head.levelBytes();
    byte[] plain = inflated(head, levels);
    requireDelta(head, plain, 0);
    int body = pages.body();
    byte[] definition = Arrays.copyOfRange(bytes.array(), body, body + levels);
    return new DataPageV2(
        head.values(),
        0,
        head.values(),
        BytesInput.empty(),
        BytesInput.from(definition),
        encoding(head.encoding()),
        BytesInput.from(plain),
        plain.length + levels,
        null,
        false);
  }

  private void requireDelta(PageHead head, byte[] plain, int start) {
    DeltaClaims.requirePossible(
        column, head.encoding().name(), head.values(), plain, start, plain.length);
  }

  /** The inflated bytes behind the levels that stand before them. */
  private byte[] inflated(PageHead head, int levels) throws IOException {
    int body = pages.body();
    int end = body + head.size();
    return head.compressed()
        ? inflater.fresh(
            chunk.getCodec(), bytes.array(), body + levels, end, head.inflatedSize() - levels)
        : Arrays.copyOfRange(bytes.array(), body + levels, end);
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding stored) {
    return Encoding.valueOf(stored.name());
  }
}
