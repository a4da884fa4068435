package nightshift.io.load.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nightshift.io.market.MarketException;

/**
 * How much an import may unpack, so that an archive made to burst cannot fill the disk.
 *
 * @param files files in one folder, or entries in one archive
 * @param bytes of text after decompression, in one archive or file
 */
public record Limits(int files, long bytes) {
  /** 100,000 files and 64 GiB. */
  public static final Limits DEFAULT = new Limits(100_000, 64L << 30);

  public Limits {
    if (files < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "limits must be at least 1, not " + files + " files and " + bytes + " bytes");
    }
  }

  void requireFiles(long count, Object where) throws MarketException {
    if (count > files) {
      throw new MarketException(
          where + " has more than " + files + " files in it; split it, or raise the limit");
    }
  }

  /**
   * @throws MarketException when there are more symbols than files are allowed: likely a column was
   *     taken for the symbol that is none
   */
  public void requireSymbols(long count) throws MarketException {
    if (count > files) {
      throw new MarketException(
          count + " different symbols, more than " + files + "; is that column the symbol?");
    }
  }

  /** Counts all that is read through the streams it wraps, and stops at the limit. */
  final class Meter {
    private long used;

    InputStream limit(InputStream text, Object where) {
      return new FilterInputStream(text) {
        @Override
        public int read() throws IOException {
          int value = super.read();
          count(value < 0 ? 0 : 1);
          return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int n = super.read(buffer, offset, length);
          count(Math.max(n, 0));
          return n;
        }

        @Override
        public boolean markSupported() {
          return false;
        }

        private void count(int n) throws MarketException {
          used += n;
          if (used > bytes) {
            throw new MarketException(
                where + " unpacks to more than " + bytes + " bytes; split it, or raise the limit");
          }
        }
      };
    }
  }
}
