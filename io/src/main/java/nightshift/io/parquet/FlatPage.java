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

  private final ColumnDescriptor column;
  private final PrimitiveTypeName type;
  private final int width;
  private final FlatValues into;
  private long[] dictionary;

  private int values;
  private Encoding encoding;

  /** Where the encoded values start among the inflated bytes. */
  private int valuesStart;

  /** For each row of the page 1 or 0, or null where every row has a value. */
  private int[] present;

  FlatPage(ColumnDescriptor column, FlatValues into) {
    this.column = column;
    this.type = column.getPrimitiveType().getPrimitiveTypeName();
    this.width =
        type == PrimitiveTypeName.INT32 || type == PrimitiveTypeName.FLOAT
            ? Integer.BYTES
            : Long.BYTES;
    this.into = into;
  }

  void takeDictionary(PageHead head, PageBytes page) {
    int bytes = page.end() - page.start();
    if (head.values() < 0 || head.values() > bytes / width) {
      throw broken("a dictionary claims %d entries, at most %d fit", head.values(), bytes / width);
    }
    dictionary = new long[head.values()];
    plain(page.array(), page.start(), dictionary, 0, dictionary.length);
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
      readLevels(new RunLengths(page.array(), first, valuesStart, 1));
    } else {
      present = new int[values];
      ByteBufferInputStream in = stream(page, page.start());
      ValuesReader levels = reader(head.levelEncoding(), ValuesType.DEFINITION_LEVEL);
      levels.initFromPage(values, in);
      for (int i = 0; i < values; i++) {
        present[i] = levels.readInteger();
      }
      valuesStart = page.end() - in.available();
    }
  }

  /** Begins a page of which the levels are at hand; the values are inflated later. */
  void startVersion2(PageHead head, byte[] bytes, int levelsStart, int levelsEnd) {
    begin(head);
    valuesStart = -1;
    if (column.getMaxDefinitionLevel() > 0) {
      readLevels(new RunLengths(bytes, levelsStart, levelsEnd, 1));
    }
  }

  private void begin(PageHead head) {
    values = head.values();
    encoding = head.encoding();
    present = null;
  }

  private void readLevels(RunLengths levels) {
    if (!levels.isNext(1, values)) {
      present = new int[values];
      levels.read(present, values);
    }
  }

  /**
   * Appends the values of some rows.
   *
   * @param first row of the page, inclusive
   * @param last row, exclusive
   */
  void read(int first, int last, PageBytes page) throws IOException {
    int skip = present == null ? first : count(0, first);
    int wanted = present == null ? last - first : count(first, last);
    int start = valuesStart < 0 ? page.start() : valuesStart;
    switch (encoding) {
      case PLAIN:
        requireRoom(page.end() - start, skip + wanted);
        plain(page.array(), start + skip * width, into.values(), into.size(), wanted);
        break;
      case PLAIN_DICTIONARY, RLE_DICTIONARY:
        fromDictionary(page, start, skip, wanted);
        break;
      default:
        others(page, start, skip, wanted);
        break;
    }
    if (present == null) {
      into.grow(wanted);
    } else {
      into.spread(present, first, last - first, wanted);
    }
  }

  private int count(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += present[i];
    }
    return count;
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

  private void fromDictionary(PageBytes page, int start, int skip, int count) {
    if (dictionary == null) {
      throw broken("a page needs a dictionary, which the column does not have");
    }
    int[] places = NONE;
    if (count > 0) {
      places = new int[count];
      int bits = start < page.end() ? page.array()[start] & 0xff : 0;
      RunLengths ids = new RunLengths(page.array(), start + 1, page.end(), bits);
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

  private void others(PageBytes page, int start, int skip, int count) throws IOException {
    ValuesReader reader = reader(encoding, ValuesType.VALUES);
    reader.initFromPage(values, stream(page, start));
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
