package nightshift.io.load.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes in the place of an archive or a compressed file. */
class ArchiveFuzzTest {
  private static final int MOST_BYTES = 1 << 20;
  private static final Limits LIMITS = new Limits(100, MOST_BYTES);
  private static final Path FOLDER = folder();

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("nightshift-fuzz");
      folder.toFile().deleteOnExit();
      folder.resolve("a.zip").toFile().deleteOnExit();
      return folder;
    } catch (IOException uncreated) {
      throw new IllegalStateException(uncreated);
    }
  }

  @FuzzTest
  void isReadOrRefused(byte[] archive) throws IOException {
    Files.write(FOLDER.resolve("a.zip"), archive);
    Counts counts = new Counts();
    try {
      TextSource source = TextSource.of(FOLDER, LIMITS);
      assertThat(source.names().size()).isLessThanOrEqualTo(LIMITS.files());
      source.read(counts);
    } catch (IOException refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
    }
    assertThat(counts.bytes).isLessThanOrEqualTo(2L * MOST_BYTES);
  }

  private static final class Counts implements TextSource.Visitor {
    private long bytes;

    @Override
    public void file(String name, InputStream text) throws IOException {
      bytes += text.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void aside(String name, String reason) {
      assertThat(reason).isNotBlank();
    }

    @Override
    public void progress(long done) {
      // How far it is matters to no one here.
    }
  }
}
