package nightshift.io.parquet;

import java.io.IOException;

/**
 * Walks over a structure in Thrift's compact encoding without keeping anything of it: where it
 * ends, and whether everything in it lies within the bytes there are. Thrift's own reader takes
 * memory for whatever length a text or a list claims to have.
 */
final class CompactStruct {
  private static final int DEEPEST = 32;

  private static final int BYTE = 3;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;

  private final byte[] bytes;
  private final int to;
  private int at;

  private CompactStruct(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  /**
   * Where a structure ends.
   *
   * @param from its first byte, inclusive
   * @param to the last byte there is, exclusive
   * @return the byte behind it, or -1 when it does not end before {@code to}
   * @throws IOException when it is no such structure
   */
  static int end(byte[] bytes, int from, int to) throws IOException {
    CompactStruct struct = new CompactStruct(bytes, from, to);
    struct.struct(0);
    return struct.at <= to ? struct.at : -1;
  }

  private void struct(int depth) throws IOException {
    while (true) {
      int head = next();
      if (head <= 0) {
        return;
      }
      if (head >> 4 == 0) {
        varint();
      }
      int type = head & 0xf;
      // A field that is true or false has its value in its type.
      if (type > 2) {
        value(type, depth);
      }
    }
  }

  private void value(int type, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("its structures are nested more than " + DEEPEST + " deep");
    }
    switch (type) {
      case 1, 2, BYTE:
        skip(1);
        break;
      case I16, I32, I64:
        varint();
        break;
      case DOUBLE:
        skip(Double.BYTES);
        break;
      case BINARY:
        skip(varint());
        break;
      case LIST, SET:
        list(depth);
        break;
      case MAP:
        map(depth);
        break;
      case STRUCT:
        struct(depth + 1);
        break;
      default:
        throw new IOException("it has a value of the unknown type " + type);
    }
  }

  private void list(int depth) throws IOException {
    int head = next();
    long size = head >> 4;
    if (size == 15) {
      size = varint();
    }
    values(size, head & 0xf, depth);
  }

  private void map(int depth) throws IOException {
    long size = varint();
    if (size == 0) {
      return;
    }
    int types = next();
    requireRoom(size);
    for (long i = 0; i < size && at <= to; i++) {
      value(types >> 4 & 0xf, depth + 1);
      value(types & 0xf, depth + 1);
    }
  }

  private void values(long size, int type, int depth) throws IOException {
    requireRoom(size);
    for (long i = 0; i < size && at <= to; i++) {
      value(type, depth + 1);
    }
  }

  /** Every element takes a byte at least. */
  private void requireRoom(long size) {
    if (size < 0 || size > to - at) {
      at = to + 1;
    }
  }

  private void skip(long count) {
    at = count < 0 || count > to - at ? to + 1 : at + (int) count;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = next();
      if (next < 0) {
        return 0;
      }
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("it has a number that does not end");
  }

  /** The next byte; -1 behind the last one. */
  private int next() {
    if (at >= to) {
      at = to + 1;
      return -1;
    }
    return bytes[at++] & 0xff;
  }
}
