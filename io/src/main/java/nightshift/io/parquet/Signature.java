package nightshift.io.parquet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The four bytes at both ends of every Parquet file, by which damage is told in plain words. */
final class Signature {
  private static final String PLAIN = "PAR1";
  private static final String ENCRYPTED = "PARE";

  /** Signature, length of the footer, signature. */
  private static final int LEAST_BYTES = 12;

  private Signature() {}

  /** Throws, with a message for people, unless a file begins and ends as Parquet does. */
  static void require(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long size = file.length();
      if (size == 0) {
        throw new IOException("the file is empty (0 bytes)");
      }
      String head = fourBytes(file, 0, size);
      if (head.equals(ENCRYPTED)) {
        throw new IOException("the file is encrypted, which is not supported");
      }
      if (!head.equals(PLAIN)) {
        throw new IOException("not a Parquet file, it begins with " + printable(head));
      }
      if (size < LEAST_BYTES || !fourBytes(file, size - 4, size).equals(PLAIN)) {
        throw new IOException("cut short: its end is missing after " + size + " bytes");
      }
    }
  }

  private static String fourBytes(RandomAccessFile file, long at, long size) throws IOException {
    byte[] bytes = new byte[(int) Math.min(4, size - at)];
    file.seek(at);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String printable(String bytes) {
    boolean text = bytes.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return text ? "\"" + bytes + "\"" : "other bytes";
  }
}
