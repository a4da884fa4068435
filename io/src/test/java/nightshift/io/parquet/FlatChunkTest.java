package nightshift.io.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

/** Pages that claim what they cannot have. */
class FlatChunkTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message m { required double r; optional double o; }");
  private static final ColumnDescriptor REQUIRED = SCHEMA.getColumns().get(0);
  private static final ColumnDescriptor OPTIONAL = SCHEMA.getColumns().get(1);

  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();

  private FlatValues read(ColumnDescriptor column, int rows) throws IOException {
    byte[] bytes = chunk.toByteArray();
    try (PageBytes pages = PageBytes.open()) {
      StoredBytes stored = new HeldBytes(bytes);
      return new FlatChunk(
              column,
              CompressionCodecName.UNCOMPRESSED,
              stored,
              new ChunkPages(column, stored, 0, bytes.length, 3, rows))
          .read(0, rows, pages);
    }
  }

  private record HeldBytes(byte[] array) implements StoredBytes {
    @Override
    public int at(long position, int count) {
      return (int) position;
    }

    @Override
    public int end() {
      return array.length;
    }
  }

  private void refuses(ColumnDescriptor column, int rows, String message) {
    assertThatThrownBy(() -> read(column, rows))
        .isInstanceOf(ParquetDecodingException.class)
        .hasMessageContaining("column " + column.getPath()[0])
        .hasMessageContaining(message);
  }

  private void page(PageHeader header, byte[] body) throws IOException {
    Util.writePageHeader(header, chunk);
    chunk.write(body);
  }

  private void dataPage(int values, Encoding encoding, byte[] body) throws IOException {
    PageHeader header = new PageHeader(PageType.DATA_PAGE, body.length, body.length);
    header.setData_page_header(new DataPageHeader(values, encoding, Encoding.RLE, Encoding.RLE));
    page(header, body);
  }

  private void dictionary(int entries, byte[] body) throws IOException {
    PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, body.length, body.length);
    header.setDictionary_page_header(new DictionaryPageHeader(entries, Encoding.PLAIN));
    page(header, body);
  }

  private static byte[] doubles(double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return bytes.array();
  }

  @Test
  void readsPagesThatAreTrue() throws IOException {
    dictionary(2, doubles(7, 8));
    // Two bits a value, a run of two ones, then one group of eight packed zeros.
    dataPage(4, Encoding.RLE_DICTIONARY, new byte[] {2, 2 << 1, 1, (1 << 1) | 1, 0, 0});
    dataPage(1, Encoding.PLAIN, doubles(9));
    FlatValues values = read(REQUIRED, 5);
    assertThat(numbers(values)).containsExactly(8, 8, 7, 7, 9);
  }

  private static double[] numbers(FlatValues values) {
    return LongStream.of(values.values()).mapToDouble(Double::longBitsToDouble).toArray();
  }

  @Test
  void refusesAPageWithMoreValuesThanRows() throws IOException {
    dataPage(3, Encoding.PLAIN, doubles(1, 2, 3));
    refuses(REQUIRED, 2, "a page claims 3 values in a group of 2 rows");
  }

  @Test
  void refusesAPageWithFewerBytesThanValues() throws IOException {
    dataPage(3, Encoding.PLAIN, doubles(1, 2));
    refuses(REQUIRED, 3, "a page has 16 bytes for 3 values");
  }

  @Test
  void refusesAChunkThatEndsBeforeItsRows() throws IOException {
    dataPage(2, Encoding.PLAIN, doubles(1, 2));
    refuses(REQUIRED, 3, "fewer values than the 3 rows of its group");
  }

  @Test
  void refusesAPageLargerThanItsChunk() throws IOException {
    PageHeader header = new PageHeader(PageType.DATA_PAGE, 1 << 30, 1 << 30);
    header.setData_page_header(new DataPageHeader(1, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    page(header, doubles(1));
    refuses(REQUIRED, 1, "a page claims 1073741824 bytes, there are 8");
  }

  @Test
  void refusesADictionaryLargerThanItsBytes() throws IOException {
    dictionary(Integer.MAX_VALUE, doubles(1, 2));
    refuses(REQUIRED, 1, "a dictionary claims 2147483647 entries, at most 2 fit");
  }

  @Test
  void refusesAnEntryThatADictionaryDoesNotHave() throws IOException {
    dictionary(1, doubles(7));
    dataPage(1, Encoding.RLE_DICTIONARY, new byte[] {1, 1 << 1, 1});
    refuses(REQUIRED, 1, "entry 1 of a dictionary of 1");
  }

  @Test
  void refusesEntriesWithoutADictionary() throws IOException {
    dataPage(1, Encoding.RLE_DICTIONARY, new byte[] {1, 1 << 1, 0});
    refuses(REQUIRED, 1, "a page needs a dictionary");
  }

  @Test
  void refusesLevelsLongerThanTheirPage() throws IOException {
    dataPage(1, Encoding.PLAIN, new byte[] {127, 0, 0, 0, 2, 1});
    refuses(OPTIONAL, 1, "levels of 127 bytes in a page of 6");
    chunk.reset();
    PageHeader header = new PageHeader(PageType.DATA_PAGE_V2, 8, 8);
    header.setData_page_header_v2(new DataPageHeaderV2(1, 0, 1, Encoding.PLAIN, 9, 0));
    page(header, doubles(1));
    refuses(OPTIONAL, 1, "a page of 8 bytes claims 9 bytes of levels");
    chunk.reset();
    header.setData_page_header_v2(new DataPageHeaderV2(1, 0, 1, Encoding.PLAIN, -9, 0));
    page(header, doubles(1));
    refuses(OPTIONAL, 1, "claims -9 bytes of levels");
  }

  @Test
  void refusesLevelsThatEndTooEarly() throws IOException {
    dataPage(3, Encoding.PLAIN, new byte[] {2, 0, 0, 0, 2 << 1, 1});
    assertThatThrownBy(() -> read(OPTIONAL, 3)).hasMessageContaining("ends before its last value");
  }

  @Test
  void refusesAHeaderThatIsNone() throws IOException {
    chunk.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    refuses(REQUIRED, 1, "the header of a page is broken");
  }

  /** A dictionary of width 0 has one entry, and a run of any length needs no byte for it. */
  @Test
  void takesNoMoreMemoryForALongRunThanForItsRows() throws IOException {
    dictionary(1, doubles(7));
    byte[] longRun = {0, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
    dataPage(2, Encoding.RLE_DICTIONARY, longRun);
    assertThat(numbers(read(REQUIRED, 2))).containsExactly(7, 7);
  }

  @Test
  void refusesAPageThatIsLargerThanIsRead() throws IOException {
    PageHeader header = new PageHeader(PageType.DATA_PAGE, 17 << 20, 4);
    header.setData_page_header(new DataPageHeader(1, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    page(header, new byte[] {0, 0, 0, 0});
    refuses(REQUIRED, 1, "row group 3 has a page of 17825792 bytes, at most 16777216 are read");
  }

  @Test
  void refusesADictionaryThatIsLargerThanIsRead() throws IOException {
    int entries = ReadLimits.DICTIONARY_BYTES / Double.BYTES + 1;
    byte[] body = new byte[entries * Float.BYTES];
    PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, body.length, body.length);
    header.setDictionary_page_header(new DictionaryPageHeader(entries, Encoding.PLAIN));
    page(header, body);
    MessageType floats = MessageTypeParser.parseMessageType("message m { required float f; }");
    refuses(floats.getColumns().get(0), 1, "a dictionary of 2097153 entries, at most 2097152");
  }

  @Test
  void refusesADeltaPageThatClaimsMoreValuesThanItHas() throws IOException {
    // Blocks of 128 values in 4 parts, and as many values as an int can count.
    byte[] body = {(byte) 0x80, 1, 4, -1, -1, -1, -1, 7, 0};
    dataPage(1, Encoding.DELTA_BINARY_PACKED, body);
    MessageType whole = MessageTypeParser.parseMessageType("message m { required int64 n; }");
    refuses(whole.getColumns().get(0), 1, "a page of 1 rows claims 2147483647 values");
    chunk.reset();
    int most = ReadLimits.DELTA_VALUES;
    dataPage(most + 1, Encoding.DELTA_BINARY_PACKED, body);
    refuses(whole.getColumns().get(0), most + 1, "1048577 values in encoding DELTA_BINARY_PACKED");
  }

  /** Rows without a value need no byte, so that a page may have any number of them. */
  @Test
  void readsAStretchOfAPageWithAnyNumberOfRows() throws IOException {
    int rows = 1 << 30;
    // A run of as many levels of 0.
    dataPage(rows, Encoding.PLAIN, new byte[] {6, 0, 0, 0, -128, -128, -128, -128, 8, 0});
    byte[] bytes = chunk.toByteArray();
    StoredBytes stored = new HeldBytes(bytes);
    try (PageBytes pages = PageBytes.open()) {
      FlatChunk reader =
          new FlatChunk(
              OPTIONAL,
              CompressionCodecName.UNCOMPRESSED,
              stored,
              new ChunkPages(OPTIONAL, stored, 0, bytes.length, 0, rows));
      assertThat(reader.read(rows - 5, rows, pages).missing().cardinality()).isEqualTo(5);
    }
  }
}
