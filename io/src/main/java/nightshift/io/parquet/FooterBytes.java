package nightshift.io.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads the footer of a Parquet file, in two small reads: every file begins and ends with the same
 * four bytes, by which damage is told in plain words, and before the last four stands the length of
 * the footer.
 *
 * @param bytes the footer alone
 * @param fileSize bytes of the whole file
 */
record FooterBytes(byte[] bytes, long fileSize) {
  private static final String PLAIN = "PAR1";
  private static final String ENCRYPTED = "PARE";

  /** Signature, length of the footer, signature. */
  private static final int LEAST_BYTES = 12;

  /** Length of the footer, signature. */
  private static final int TAIL_BYTES = 8;

  /** Most footers are smaller. */
  private static final int FIRST_READ = 8 << 10;

  /** Throws, with a message for people, unless a file begins and ends as Parquet does. */
  static FooterBytes read(Path path) throws IOException {
    // To open a pipe would wait for whoever writes to it.
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException("neither a file nor a folder");
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = file.size();
      requireBeginning(file, size);
      int known = (int) Math.min(size, FIRST_READ);
      ByteBuffer end = bytes(file, size - known, known);
      if (size < LEAST_BYTES || !text(end, known - 4).equals(PLAIN)) {
        throw new IOException("cut short: its end is missing after " + size + " bytes");
      }
      int length = end.getInt(known - TAIL_BYTES);
      if (length < 0 || length > size - LEAST_BYTES) {
        throw new IOException(
            "its end claims a footer of %d bytes in a file of %d".formatted(length, size));
      }
      if (length > ReadLimits.FOOTER_BYTES) {
        throw new IOException(
            "its footer of %d bytes is larger than the %d that are read; write it with larger row groups, fewer columns or shorter statistics"
                .formatted(length, ReadLimits.FOOTER_BYTES));
      }
      byte[] footer = new byte[length];
      if (length <= known - TAIL_BYTES) {
        end.get(known - TAIL_BYTES - length, footer);
      } else {
        bytes(file, size - TAIL_BYTES - length, length).get(footer);
      }
      return new FooterBytes(footer, size);
    }
  }

  private static void requireBeginning(FileChannel file, long size) throws IOException {
    if (size == 0) {
      throw new IOException("the file is empty (0 bytes)");
    }
    String head = text(bytes(file, 0, (int) Math.min(4, size)), 0);
    if (head.equals(ENCRYPTED)) {
      throw new IOException("the file is encrypted, which is not supported");
    }
    if (!head.equals(PLAIN)) {
      throw new IOException("not a Parquet file, it begins with " + printable(head));
    }
  }

  private static ByteBuffer bytes(FileChannel file, long start, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    ChunkBytes.fill(buffer, file, start);
    return buffer.flip();
  }

  private static String text(ByteBuffer bytes, int start) {
    return new String(bytes.array(), start, bytes.limit() - start, StandardCharsets.ISO_8859_1);
  }

  private static String printable(String bytes) {
    boolean text = bytes.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return text ? "\"" + bytes + "\"" : "other bytes";
  }
}
