package nightshift.io.load.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes files that writers of good faith do not make. */
public final class SmallFiles {
  private static final int BLOCK = 512;

  private SmallFiles() {}

  /** An SQLite file with a bar of each symbol. */
  public static void sqlite(Path file, String... symbols) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bars (symbol TEXT, date TEXT, close REAL)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO bars VALUES (?, '2020-01-02', 1)")) {
        for (String symbol : symbols) {
          insert.setString(1, symbol);
          insert.execute();
        }
      }
    }
  }

  /** A tar archive whose one entry has a name of so many bytes, as GNU tar writes long ones. */
  public static void tarWithLongName(OutputStream out, int nameBytes) throws IOException {
    out.write(header("././@LongLink", nameBytes, 'L'));
    byte[] block = new byte[BLOCK];
    java.util.Arrays.fill(block, (byte) 'x');
    for (int written = 0; written < nameBytes; written += BLOCK) {
      out.write(block);
    }
    out.write(header("A.csv", 0, '0'));
    out.write(new byte[2 * BLOCK]);
  }

  private static byte[] header(String name, int size, char kind) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    put(header, 124, "%011o\0".formatted(size));
    put(header, 136, "00000000000\0");
    put(header, 148, "        ");
    header[156] = (byte) kind;
    put(header, 257, "ustar  \0");
    int sum = 0;
    for (byte b : header) {
      sum += Byte.toUnsignedInt(b);
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
