package nightshift.io.parquet;

import java.io.IOException;

/** Bytes of a file, of which a part is in an array. For one thread. */
interface StoredBytes {
  /**
   * Sees to it that some bytes are in the array; those that were there before may have gone.
   *
   * @param position of the first byte in the file
   * @param count how many, which lie within the file
   * @return where the first one is in the array
   * @throws IOException when the file has become shorter
   */
  int at(long position, int count) throws IOException;

  /** The array, until the next call of {@link #at}. */
  byte[] array();

  /** Behind the last byte of the array that is of the file. */
  int end();
}
