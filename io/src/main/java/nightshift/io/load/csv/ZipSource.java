package nightshift.io.load.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip archive, read in place through its directory. */
record ZipSource(Path path, Limits limits) implements TextSource {
  private static final byte[] MAGIC = {'P', 'K', 3, 4};

  static boolean isZip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  @Override
  public long bytes() throws IOException {
    return Files.size(path);
  }

  @Override
  public List<String> names() throws IOException {
    try (ZipFile zip = open()) {
      return entries(zip).stream()
          .map(ZipArchiveEntry::getName)
          .filter(SymbolNames::isPriceFile)
          .toList();
    }
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    Limits.Meter meter = limits.new Meter();
    long done = 0;
    try (ZipFile zip = open()) {
      for (ZipArchiveEntry entry : entries(zip)) {
        String name = path.getFileName() + "!" + entry.getName();
        if (!SymbolNames.isPriceFile(entry.getName())) {
          visitor.aside(name, "not a .csv, .txt or .tsv file");
        } else if (!zip.canReadEntryData(entry)) {
          visitor.aside(name, "encrypted, or compressed in a way that is not read here");
        } else {
          try (InputStream in = Damage.named(Damage.named(() -> zip.getInputStream(entry)))) {
            visitor.file(name, meter.limit(Decompression.of(in), path));
          }
        }
        visitor.progress(done += entry.getCompressedSize());
      }
    }
  }

  private ZipFile open() throws IOException {
    return Damage.named(() -> ZipFile.builder().setPath(path).get());
  }

  private List<ZipArchiveEntry> entries(ZipFile zip) throws IOException {
    List<ZipArchiveEntry> files = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!entry.isDirectory()) {
        files.add(entry);
      }
    }
    limits.requireFiles(files.size(), path);
    return files;
  }
}
