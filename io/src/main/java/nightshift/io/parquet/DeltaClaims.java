package nightshift.io.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Pages in a delta encoding, which parquet-java decodes as a whole, into an array of as many
 * numbers as the page itself names.
 */
final class DeltaClaims {
  /** Writers take 128 values a block. */
  private static final long BLOCK_VALUES = 1 << 16;

  private DeltaClaims() {}

  /**
   * Throws unless the numbers of a page in such an encoding are possible.
   *
   * @param values how many rows the page has
   * @param start first byte of the encoded values, inclusive
   * @param end last byte, exclusive
   */
  static void requirePossible(
      ColumnDescriptor column, String encoding, int values, byte[] bytes, int start, int end) {
    if (!encoding.startsWith("DELTA_") || values == 0) {
      return;
    }
    String name = column.getPath()[0];
    if (values > ReadLimits.DELTA_VALUES) {
      throw new ParquetDecodingException(
          ("column %s: a page of %d values in encoding %s, at most %d are read; write the file"
                  + " with smaller row groups or pages")
              .formatted(name, values, encoding, ReadLimits.DELTA_VALUES));
    }
    int at = start;
    long[] head = new long[3];
    for (int i = 0; i < head.length; i++) {
      for (int shift = 0; shift < 63 && at < end; shift += 7) {
        int next = bytes[at++];
        head[i] |= (next & 0x7fL) << shift;
        if (next >= 0) {
          break;
        }
      }
    }
    if (head[0] > BLOCK_VALUES || head[1] > BLOCK_VALUES || head[2] < 0 || head[2] > values) {
      throw new ParquetDecodingException(
          "column %s: a page of %d rows claims %d values in blocks of %d"
              .formatted(name, values, head[2], head[0]));
    }
  }
}
