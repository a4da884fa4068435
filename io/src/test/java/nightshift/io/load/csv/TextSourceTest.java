package nightshift.io.load.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nightshift.io.market.MarketException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSourceTest {
  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "A.csv",
              "date,close\n1,2\n",
              "sub/../../B.csv",
              "date,close\n3,4\n",
              "readme.md",
              "hi"));

  @TempDir Path folder;

  @Test
  void aZipIsReadInPlace() throws IOException {
    Path zip = folder.resolve("prices.zip");
    Files.write(zip, zipped(FILES));

    Seen seen = read(zip);
    assertThat(seen.texts)
        .containsExactly(
            Map.entry("prices.zip!A.csv", FILES.get("A.csv")),
            Map.entry("prices.zip!sub/../../B.csv", FILES.get("sub/../../B.csv")));
    assertThat(seen.aside).containsOnlyKeys("prices.zip!readme.md");
    assertThat(TextSource.of(zip, Limits.DEFAULT).names())
        .containsExactlyInAnyOrder("A.csv", "sub/../../B.csv");
  }

  @ParameterizedTest
  @CsvSource({"tar,", "tar.gz,gz", "tar.bz2,bzip2", "tar.xz,xz", "whatever,gz"})
  void aTarIsKnownByItsContentWhateverItsCompression(String ending, String compression)
      throws Exception {
    Path tar = folder.resolve("p." + ending);
    Files.write(tar, compressed(tarred(FILES), compression));

    Seen seen = read(tar);
    assertThat(seen.texts.values())
        .containsExactlyElementsOf(
            FILES.values().stream().filter(text -> !text.equals("hi")).toList());
    assertThat(seen.aside).hasSize(1);
    assertThat(TextSource.of(tar, Limits.DEFAULT).names()).hasSize(2);
  }

  @Test
  void aFolderMayHoldPlainAndCompressedFilesAndArchives() throws IOException {
    Files.createDirectories(folder.resolve("in/deep"));
    Files.writeString(folder.resolve("in/deep/P.csv"), "plain");
    Files.write(folder.resolve("in/Q.csv.gz"), gzipped("packed"));
    Files.write(folder.resolve("in/z.zip"), zipped(Map.of("R.csv", "in a zip")));
    Files.writeString(folder.resolve("in/notes.doc"), "no prices");
    Files.writeString(folder.resolve("in/.hidden.csv"), "no prices");

    Seen seen = read(folder.resolve("in"));
    assertThat(seen.texts)
        .containsOnly(
            Map.entry("deep/P.csv", "plain"),
            Map.entry("Q.csv.gz", "packed"),
            Map.entry("z.zip!R.csv", "in a zip"));
    assertThat(seen.aside).containsOnlyKeys("notes.doc", ".hidden.csv");
  }

  @Test
  void oneBrokenFileOfAFolderIsPutAside() throws IOException {
    byte[] whole = gzipped("x".repeat(100_000) + new Random(1).nextLong());
    Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("notzip.zip"), "PK\3\4 but no more");
    Files.writeString(folder.resolve("good.csv"), "good");

    Seen seen = read(folder);
    assertThat(seen.texts).containsOnly(Map.entry("good.csv", "good"));
    assertThat(seen.aside).containsOnlyKeys("cut.csv.gz", "notzip.zip");
    assertThat(TextSource.of(folder, Limits.DEFAULT).names()).contains("good.csv");
  }

  @Test
  void anArchiveThatBurstsIsStopped() throws Exception {
    Map<String, String> bomb = Map.of("A.csv", "0".repeat(3_000_000));
    Limits limits = new Limits(10, 1_000_000);
    Path zip = folder.resolve("bomb.zip");
    Files.write(zip, zipped(bomb));
    Path tar = folder.resolve("bomb.tar.xz");
    Files.write(tar, compressed(tarred(bomb), "xz"));
    Path gz = folder.resolve("bomb.csv.gz");
    Files.write(gz, gzipped(bomb.get("A.csv")));

    for (Path path : new Path[] {zip, tar, gz, folder}) {
      assertThatThrownBy(() -> TextSource.of(path, limits).read(new Seen()))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("unpacks to more than 1000000 bytes");
    }
  }

  @Test
  void tooManyFilesAreRefused() throws Exception {
    Path zip = folder.resolve("many.zip");
    Files.write(zip, zipped(FILES));
    Path tar = folder.resolve("many.tar");
    Files.write(tar, tarred(FILES));
    Limits limits = new Limits(1, 1_000_000);

    for (Path path : new Path[] {zip, tar, folder}) {
      assertThatThrownBy(() -> TextSource.of(path, limits).read(new Seen()))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("more than 1 files");
    }
  }

  private static Seen read(Path path) throws IOException {
    TextSource source = TextSource.of(path, Limits.DEFAULT);
    Seen seen = new Seen();
    source.read(seen);
    assertThat(seen.bytes).isBetween(1L, source.bytes());
    return seen;
  }

  private static final class Seen implements TextSource.Visitor {
    final Map<String, String> texts = new TreeMap<>();
    final Map<String, String> aside = new TreeMap<>();
    long bytes;

    @Override
    public void file(String name, InputStream text) throws IOException {
      texts.put(name, new String(text.readAllBytes(), UTF_8));
    }

    @Override
    public void aside(String name, String reason) {
      aside.put(name, reason);
    }

    @Override
    public void progress(long done) {
      assertThat(done).isGreaterThanOrEqualTo(bytes);
      bytes = done;
    }
  }

  private static byte[] zipped(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tarred(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length());
        tar.putArchiveEntry(entry);
        tar.write(file.getValue().getBytes(UTF_8));
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] compressed(byte[] plain, String compression)
      throws IOException, CompressorException {
    if (compression == null) {
      return plain;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new CompressorStreamFactory().createCompressorOutputStream(compression, bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
