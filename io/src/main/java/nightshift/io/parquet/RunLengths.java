package nightshift.io.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Small whole numbers in Parquet's mixture of runs and packed bits: definition levels, and places
 * in a dictionary. A run is a header (a varint), then either one value for all of it, or groups of
 * eight values, least significant bit first.
 */
final class RunLengths {
  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private final int width;
  private int at;

  /** How many values of the current run are left. */
  private long left;

  /** The value of the current run, or -1 when its values are packed. */
  private long repeated = -1;

  /** The next bit of a packed run, counted from the run's first byte. */
  private long bit;

  private int packedStart;

  /**
   * @param start first byte, inclusive
   * @param end last byte, exclusive
   * @param width bits a value, 0 to 32
   */
  RunLengths(byte[] bytes, int start, int end, int width) {
    if (width < 0 || width > 32) {
      throw new ParquetDecodingException("values of " + width + " bits, at most 32 are possible");
    }
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.width = width;
  }

  /** Whether the next values, this many at least, are all the same one. */
  boolean isNext(int value, int count) {
    if (left == 0 && count > 0) {
      nextRun();
    }
    return count == 0 || (repeated == value && left >= count);
  }

  /** Passes over some values. */
  void skip(int count) {
    int missing = count;
    while (missing > 0) {
      if (left == 0) {
        nextRun();
      }
      int run = (int) Math.min(left, missing);
      bit += (long) run * width;
      left -= run;
      missing -= run;
    }
  }

  /** Passes over some values of one bit, and says how many of them are 1. */
  int skipOnes(int count) {
    int ones = 0;
    int missing = count;
    while (missing > 0) {
      if (left == 0) {
        nextRun();
      }
      int run = (int) Math.min(left, missing);
      if (repeated >= 0) {
        ones += repeated == 1 ? run : 0;
      } else {
        for (int i = 0; i < run; i++, bit++) {
          ones += (int) (eightBytes(packedStart + (bit >> 3)) >>> (bit & 7)) & 1;
        }
      }
      left -= run;
      missing -= run;
    }
    return ones;
  }

  /** Gives the next values to the first places of an array. */
  void read(int[] into, int count) {
    int done = 0;
    while (done < count) {
      if (left == 0) {
        nextRun();
      }
      int run = (int) Math.min(left, count - done);
      if (repeated >= 0) {
        Arrays.fill(into, done, done + run, (int) repeated);
      } else {
        unpack(into, done, run);
      }
      left -= run;
      done += run;
    }
  }

  private void unpack(int[] into, int start, int count) {
    long mask = (1L << width) - 1;
    for (int i = start; i < start + count; i++) {
      into[i] = (int) ((eightBytes(packedStart + (bit >> 3)) >>> (bit & 7)) & mask);
      bit += width;
    }
  }

  /** The five bytes that a value may touch; what lies behind the end is 0. */
  private long eightBytes(long first) {
    int from = (int) Math.min(first, end);
    if (from + Long.BYTES <= end) {
      return (long) LITTLE_ENDIAN.get(bytes, from);
    }
    long value = 0;
    for (int i = from; i < end; i++) {
      value |= (bytes[i] & 0xffL) << (8 * (i - from));
    }
    return value;
  }

  private void nextRun() {
    long header = varint();
    if ((header & 1) == 0) {
      left = header >>> 1;
      repeated = value();
    } else {
      // Some writers leave out the end of the last group of eight.
      left = (header >>> 1) * 8;
      repeated = -1;
      bit = 0;
      packedStart = at;
      at = (int) Math.min(end, at + (header >>> 1) * width);
    }
    if (left == 0) {
      throw new ParquetDecodingException("a run of no values");
    }
  }

  private long value() {
    long value = 0;
    for (int shift = 0; shift < width; shift += 8) {
      value |= (long) next() << shift;
    }
    return value;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = next();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new ParquetDecodingException("the header of a run does not end");
  }

  private int next() {
    if (at >= end) {
      throw new ParquetDecodingException("a page ends before its last value");
    }
    return bytes[at++] & 0xff;
  }
}
