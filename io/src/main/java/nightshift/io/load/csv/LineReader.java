package nightshift.io.load.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * Lines of a text, however long: of a line beyond {@link #LONGEST} characters the rest is dropped,
 * so that memory does not depend on what is read. Text is UTF-8, or UTF-16 with a byte-order mark.
 */
final class LineReader {
  static final int LONGEST = 1 << 16;

  private final Reader text;
  private final StringBuilder line = new StringBuilder();
  private boolean skipLineFeed;

  private LineReader(Reader text) {
    this.text = text;
  }

  static LineReader of(InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes);
    return new LineReader(new BufferedReader(new InputStreamReader(in, charset(in)), 1 << 16));
  }

  /** Decides the charset, and leaves the stream behind its byte-order mark. */
  private static Charset charset(BufferedInputStream in) throws IOException {
    in.mark(3);
    int first = in.read();
    int second = in.read();
    if (first == 0xFF && second == 0xFE) {
      return UTF_16LE;
    }
    if (first == 0xFE && second == 0xFF) {
      return UTF_16BE;
    }
    if (first != 0xEF || second != 0xBB || in.read() != 0xBF) {
      in.reset();
    }
    return UTF_8;
  }

  /** The next line without its end, or null. Lines end with CR, LF or both. */
  String next() throws IOException {
    line.setLength(0);
    int c = text.read();
    if (c == '\n' && skipLineFeed) {
      c = text.read();
    }
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n' && c != '\r') {
      if (line.length() < LONGEST) {
        line.append((char) c);
      }
      c = text.read();
    }
    skipLineFeed = c == '\r';
    return line.toString();
  }
}
