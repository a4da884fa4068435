package nightshift.io.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nightshift.io.market.PlainText;

/**
 * The file name that stands for a symbol, and back. What every file system takes stays as it is
 * ({@code BRK.B}, {@code M&M.NS}, {@code ^N225}, {@code BAJAJ-AUTO.NS}); every other byte of the
 * symbol's UTF-8 form is written as {@code %XX}, and so is a leading dot or underscore, which would
 * hide the file. A name therefore never has a separator in it and never leaves its folder.
 */
public final class SymbolFileName {
  /** The longest symbol taken, in characters. */
  public static final int MAX_LENGTH = 40;

  /** Bytes that the usual file systems take for the name of a file. */
  private static final int MAX_FILE_NAME = 255;

  static final String ENDING = ".parquet";
  private static final String PLAIN = ".-_^=&+@#$!~,() ";

  private SymbolFileName() {}

  /**
   * @return the file name with its ending {@code .parquet}
   * @throws IllegalArgumentException when the symbol is empty, or too long for itself or its file
   *     name
   */
  public static String of(String symbol) {
    if (symbol.isEmpty() || symbol.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "symbol '" + PlainText.of(symbol) + "' must have 1 to " + MAX_LENGTH + " characters");
    }
    StringBuilder name = new StringBuilder();
    for (byte b : symbol.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (staysPlain(c, name.length() == 0)) {
        name.append(c);
      } else {
        name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    name.append(ENDING);
    if (name.length() > MAX_FILE_NAME) {
      throw new IllegalArgumentException(
          "symbol '%s' makes a file name of %d bytes, and %d are possible"
              .formatted(PlainText.of(symbol), name.length(), MAX_FILE_NAME));
    }
    return name.toString();
  }

  private static boolean staysPlain(char c, boolean first) {
    if (first && (c == '.' || c == '_' || c == ' ')) {
      return false;
    }
    boolean letterOrDigit = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    return letterOrDigit || PLAIN.indexOf(c) >= 0;
  }
}
