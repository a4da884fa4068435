package nightshift.io.load.csv;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * One file that is read from front to back: text or a tar archive, either of them compressed or
 * not. A tar archive has no directory, so that its names cost a pass over it.
 */
record StreamSource(Path path, Limits limits) implements TextSource {

  @Override
  public long bytes() throws IOException {
    return Files.size(path);
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (InputStream text = open(limits.new Meter(), new Progress())) {
      if (!isTar(text)) {
        return List.of(path.getFileName().toString());
      }
      TarEntries tar = new TarEntries(text);
      for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
        if (entry.isFile() && SymbolNames.isPriceFile(entry.getName())) {
          names.add(entry.getName());
        }
        limits.requireFiles(names.size(), path);
      }
    }
    return names;
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    Progress progress = new Progress();
    try (InputStream text = open(limits.new Meter(), progress)) {
      if (isTar(text)) {
        readEntries(new TarEntries(text), visitor, progress);
      } else {
        visitor.file(path.getFileName().toString(), progress.reporting(text, visitor));
      }
      visitor.progress(progress.bytes);
    }
  }

  private void readEntries(TarEntries tar, Visitor visitor, Progress progress) throws IOException {
    Limits.Meter meter = limits.new Meter();
    long entries = 0;
    for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
      if (!entry.isFile()) {
        continue;
      }
      limits.requireFiles(++entries, path);
      String name = path.getFileName() + "!" + entry.getName();
      if (SymbolNames.isPriceFile(entry.getName())) {
        visitor.file(name, meter.limit(Decompression.of(tar.text()), path));
      } else {
        visitor.aside(name, "not a .csv, .txt or .tsv file");
      }
      visitor.progress(progress.bytes);
    }
  }

  private InputStream open(Limits.Meter meter, Progress progress) throws IOException {
    InputStream stored = progress.counting(Files.newInputStream(path));
    try {
      return new BufferedInputStream(meter.limit(Decompression.of(stored), path));
    } catch (IOException e) {
      stored.close();
      throw e;
    }
  }

  private static boolean isTar(InputStream text) {
    try {
      return ArchiveStreamFactory.TAR.equals(ArchiveStreamFactory.detect(text));
    } catch (ArchiveException e) {
      // There is no other way to learn that it is not an archive.
      return false;
    }
  }

  /** Counts the stored bytes, beneath the decompression. */
  private static final class Progress {
    private static final int REPORT_EVERY = 1 << 20;

    long bytes;

    InputStream counting(InputStream stored) {
      return new FilterInputStream(stored) {
        @Override
        public int read() throws IOException {
          int value = super.read();
          bytes += value < 0 ? 0 : 1;
          return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int n = super.read(buffer, offset, length);
          bytes += Math.max(n, 0);
          return n;
        }
      };
    }

    InputStream reporting(InputStream text, Visitor visitor) {
      return new FilterInputStream(text) {
        private long reported;

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          if (bytes - reported >= REPORT_EVERY) {
            reported = bytes;
            visitor.progress(bytes);
          }
          return super.read(buffer, offset, length);
        }
      };
    }
  }
}
