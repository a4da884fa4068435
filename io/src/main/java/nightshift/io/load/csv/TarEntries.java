package nightshift.io.load.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The entries of a tar archive. What stands before an entry (its name, however long, and other
 * extensions) is kept in memory by the library, so that there is a limit to it.
 */
final class TarEntries {
  private static final int MOST_HEADER_BYTES = 1 << 20;

  private final HeaderLimit limit;
  private final TarArchiveInputStream tar;

  TarEntries(InputStream archive) {
    limit = new HeaderLimit(archive);
    tar = new TarArchiveInputStream(limit);
  }

  /** The next entry, or null. What was left of the one before is passed over. */
  TarArchiveEntry next() throws IOException {
    if (tar.getCurrentEntry() != null) {
      Damage.named(() -> tar.transferTo(OutputStream.nullOutputStream()));
    }
    limit.left = MOST_HEADER_BYTES;
    TarArchiveEntry entry = Damage.named(tar::getNextEntry);
    limit.left = Long.MAX_VALUE;
    return entry;
  }

  /** The bytes of the entry. */
  InputStream text() {
    return Damage.named(tar);
  }

  private static final class HeaderLimit extends FilterInputStream {
    private long left = Long.MAX_VALUE;

    HeaderLimit(InputStream archive) {
      super(archive);
    }

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

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException(
            "an entry whose name and extensions take more than " + MOST_HEADER_BYTES + " bytes");
      }
    }
  }
}
