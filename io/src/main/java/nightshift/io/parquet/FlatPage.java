package nightshift.io.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Decodes the values of one page after the other: plain ones and those of a dictionary in bulk, the
 * rest by parquet-java's readers.
 */
final class FlatPage {
  private static final int[] NONE = {};

  /** Half a megabyte. */
  private static final int KEPT_ENTRIES = 1 << 16;

  private final ColumnDescriptor column;
  private final PrimitiveTypeName type;
  private final int width;
  private long[] dictionary;
  private boolean dropped;

  private int values;
  private Encoding encoding;

  /** Where the encoded values start among the inflated bytes. */
  private int valuesStart;

  /** The levels, of which 1 is a value and 0 none; null where every row has a value. */
  private ToOnes levels;

  /** Begins to read the levels of the page anew. */
  @FunctionalInterface
  private interface ToOnes {
    Ones start() throws IOException;
  }

  /** Gives one level after the other. */
  private interface Ones {
    /** Passes over some levels, and says how many of them are 1. */
    int skip(int count);

    void read(int[] target, int count);
  }

  FlatPage(ColumnDescriptor column) {
    this.column = column;
    this.type = column.getPrimitiveType().getPrimitiveTypeName();
    this.width =
        type == PrimitiveTypeName.INT32 || type == PrimitiveTypeName.FLOAT
            ? Integer.BYTES
            : Long.BYTES;
  }

  void takeDictionary(PageHead head, PageBytes page) {
    int bytes = page.end() - page.start();
    if (head.values() < 0 || head.values() > bytes / width) {
      throw broken("a dictionary claims %d entries, at most %d fit", head.values(), bytes / width);
    }
    if ((long) head.values() * Long.BYTES > ReadLimits.DICTIONARY_BYTES) {
      throw broken(
          "a dictionary of %d entries, at most %d are read; write the file with smaller row groups"
              + " or without dictionaries",
          head.values(), ReadLimits.DICTIONARY_BYTES / Long.BYTES);
    }
    dictionary = new long[head.values()];
    dropped = false;
    plain(page.array(), page.start(), dictionary, 0, dictionary.length);
  }

  /** Forgets a dictionary that is too large to be kept for each column. */
  void dropLargeDictionary() {
    if (dictionary != null && dictionary.length > KEPT_ENTRIES) {
      dictionary = null;
      dropped = true;
    }
  }

  /** Whether the dictionary was forgotten, and must be taken again. */
  boolean misses() {
    return dropped;
  }

  /** Begins a page in which the levels stand before the values, both inflated. */
  void startVersion1(PageHead head, PageBytes page) throws IOException {
    begin(head);
    valuesStart = page.start();
    if (column.getMaxDefinitionLevel() == 0) {
      return;
    }
    if (head.levelEncoding() == Encoding.RLE) {
      int room = page.end() - page.start() - Integer.BYTES;
      int length = room < 0 ? -1 : bytes(page).getInt(page.start());
      if (length < 0 || length > room) {
        throw broken("levels of %d bytes in a page of %d", length, room + Integer.BYTES);
      }
      int first = page.start() + Integer.BYTES;
      valuesStart = first + length;
      runs(page.array(), first, valuesStart);
    } else {
      ByteBufferInputStream in = stream(page, page.start());
      reader(head.levelEncoding(), ValuesType.DEFINITION_LEVEL).initFromPage(values, in);
      valuesStart = page.end() - in.available();
      levels = () -> packed(head, page);
    }
  }

  /** Begins a page of which the levels are at hand beside the inflated values. */
  void startVersion2(
      PageHead head, byte[] bytes, int levelsStart, int levelsEnd, PageBytes inflated) {
    begin(head);
    valuesStart = inflated.start();
    if (column.getMaxDefinitionLevel() > 0) {
      runs(bytes, levelsStart, levelsEnd);
    }
  }

  private void begin(PageHead head) {
    values = head.values();
    encoding = head.encoding();
    levels = null;
  }

  private void runs(byte[] bytes, int start, int end) {
    if (!new RunLengths(bytes, start, end, 1).isNext(1, values)) {
      levels = () -> new RunOnes(new RunLengths(bytes, start, end, 1));
    }
  }

  private Ones packed(PageHead head, PageBytes page) throws IOException {
    ValuesReader reader = reader(head.levelEncoding(), ValuesType.DEFINITION_LEVEL);
    reader.initFromPage(values, stream(page, page.start()));
    return new ReaderOnes(reader);
  }

  private record RunOnes(RunLengths runs) implements Ones {
    @Override
    public int skip(int count) {
      return runs.skipOnes(count);
    }

    @Override
    public void read(int[] target, int count) {
      runs.read(target, count);
    }
  }

  private record ReaderOnes(ValuesReader reader) implements Ones {
    @Override
    public int skip(int count) {
      int ones = 0;
      for (int i = 0; i < count; i++) {
        ones += reader.readInteger();
      }
      return ones;
    }

    @Override
    public void read(int[] target, int count) {
      for (int i = 0; i < count; i++) {
        target[i] = reader.readInteger();
      }
    }
  }

  /**
   * Appends the values of some rows.
   *
   * @param first row of the page, inclusive
   * @param last row, exclusive
   */
  void read(int first, int last, PageBytes page, FlatValues into) throws IOException {
    if (levels == null) {
      read(page, first, last - first, into);
      into.grow(last - first);
      return;
    }
    Ones ones = levels.start();
    int skip = ones.skip(first);
    int[] present = new int[last - first];
    ones.read(present, last - first);
    int wanted = 0;
    for (int one : present) {
      wanted += one;
    }
    read(page, skip, wanted, into);
    into.spread(present, wanted);
  }

  private void read(PageBytes page, int skip, int wanted, FlatValues into) throws IOException {
    switch (encoding) {
      case PLAIN:
        requireRoom(page.end() - valuesStart, skip + wanted);
        plain(page.array(), valuesStart + skip * width, into.values(), into.size(), wanted);
        break;
      case PLAIN_DICTIONARY, RLE_DICTIONARY:
        fromDictionary(page, skip, wanted, into);
        break;
      default:
        others(page, skip, wanted, into);
        break;
    }
  }

  private void requireRoom(int bytes, int count) {
    if (count > bytes / width) {
      throw broken("a page has %d bytes for %d values", bytes, count);
    }
  }

  private void plain(byte[] bytes, int start, long[] target, int place, int count) {
    ByteBuffer in =
        ByteBuffer.wrap(bytes, start, count * width).slice().order(ByteOrder.LITTLE_ENDIAN);
    if (width == Long.BYTES) {
      in.asLongBuffer().get(target, place, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[place + i] = in.getInt(i * Integer.BYTES);
    }
  }

  private void fromDictionary(PageBytes page, int skip, int count, FlatValues into) {
    if (dictionary == null) {
      throw broken("a page needs a dictionary, which the column does not have");
    }
    int[] places = NONE;
    if (count > 0) {
      places = new int[count];
      int bits = valuesStart < page.end() ? page.array()[valuesStart] & 0xff : 0;
      RunLengths ids = new RunLengths(page.array(), valuesStart + 1, page.end(), bits);
      ids.skip(skip);
      ids.read(places, count);
    }
    long[] target = into.values();
    int place = into.size();
    for (int id : places) {
      if (id < 0 || id >= dictionary.length) {
        throw broken("entry %d of a dictionary of %d", id, dictionary.length);
      }
      target[place++] = dictionary[id];
    }
  }

  private void others(PageBytes page, int skip, int count, FlatValues into) throws IOException {
    DeltaClaims.requirePossible(
        column, encoding.name(), values, page.array(), valuesStart, page.end());
    ValuesReader reader = reader(encoding, ValuesType.VALUES);
    reader.initFromPage(values, stream(page, valuesStart));
    if (skip > 0) {
      reader.skip(skip);
    }
    long[] target = into.values();
    for (int place = into.size(); place < into.size() + count; place++) {
      target[place] =
          switch (type) {
            case INT32 -> reader.readInteger();
            case INT64 -> reader.readLong();
            case FLOAT -> Float.floatToRawIntBits(reader.readFloat());
            default -> Double.doubleToRawLongBits(reader.readDouble());
          };
    }
  }

  private ValuesReader reader(Encoding stored, ValuesType kind) {
    return org.apache.parquet.column.Encoding.valueOf(stored.name()).getValuesReader(column, kind);
  }

  private static ByteBufferInputStream stream(PageBytes page, int start) {
    return ByteBufferInputStream.wrap(
        ByteBuffer.wrap(page.array(), start, page.end() - start).slice());
  }

  private static ByteBuffer bytes(PageBytes page) {
    return ByteBuffer.wrap(page.array()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ParquetDecodingException broken(String problem, Object... numbers) {
    return new ParquetDecodingException(
        "column " + column.getPath()[0] + ": " + problem.formatted(numbers));
  }
}
