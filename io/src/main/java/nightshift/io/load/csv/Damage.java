package nightshift.io.load.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Makes one kind of exception of what libraries throw when an archive is damaged or crafted: some
 * of it has no {@link IOException} around it, and would end an import over one bad file.
 */
final class Damage {
  private Damage() {}

  /** A step through an archive. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws IOException;
  }

  /** Takes a step that calls nothing but the library. */
  static <T> T named(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (RuntimeException damaged) {
      throw named(damaged);
    }
  }

  private static IOException named(RuntimeException damaged) {
    return new IOException("damaged: " + damaged.getMessage(), damaged);
  }

  /** The same bytes. */
  static InputStream named(InputStream unpacked) {
    return new FilterInputStream(unpacked) {
      @Override
      public int read() throws IOException {
        return named(() -> super.read());
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return named(() -> super.read(buffer, offset, length));
      }

      @Override
      public long skip(long bytes) throws IOException {
        return named(() -> super.skip(bytes));
      }
    };
  }
}
