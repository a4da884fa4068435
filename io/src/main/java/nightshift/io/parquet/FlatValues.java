package nightshift.io.parquet;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Values of some rows of a column, each as 64 bits: whole numbers with their sign, a DOUBLE as
 * {@link Double#doubleToRawLongBits}, a FLOAT as {@link Float#floatToRawIntBits}.
 */
final class FlatValues {
  private final long[] values;
  private final BitSet missing = new BitSet();
  private int size;

  /**
   * @param rows how many rows will come
   */
  FlatValues(int rows) {
    values = new long[rows];
  }

  /** The values; that of a missing one is 0. */
  long[] values() {
    return values;
  }

  int size() {
    return size;
  }

  /** The places without a value. */
  BitSet missing() {
    return missing;
  }

  /** Notes that this many values were put behind the last ones. */
  void grow(int count) {
    size += count;
  }

  /**
   * Moves the last values apart, so that there is a gap wherever one is missing.
   *
   * @param present for each row 1 where there is a value, else 0
   * @param count how many values there are
   */
  void spread(int[] present, int count) {
    int rows = present.length;
    int source = size + count;
    for (int i = rows - 1; i >= 0; i--) {
      if (present[i] == 0) {
        values[size + i] = 0;
        missing.set(size + i);
      } else {
        values[size + i] = values[--source];
      }
    }
    size += rows;
  }

  /** The values as text, for messages of failing tests. */
  @Override
  public String toString() {
    return Arrays.toString(values) + " without " + missing;
  }
}
