package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Any bytes in the place of an index, of which the checksum is right. */
class CoverageIndexFuzzTest {
  private static final Path MARKET = Path.of("/market");
  private static final Path FILE = file();

  private static Path file() {
    try {
      Path file = Files.createTempFile("nightshift-fuzz", ".index");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException uncreated) {
      throw new IllegalStateException(uncreated);
    }
  }

  @FuzzTest
  void isUsedOrForgotten(byte[] index) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(index);
    Files.write(
        FILE,
        ByteBuffer.allocate(index.length + Long.BYTES)
            .put(index)
            .putLong(checksum.getValue())
            .array());
    for (CoverageIndex.Entry entry : IndexFile.read(FILE, MARKET).values()) {
      for (Coverage coverage : entry.coverage().values()) {
        assertThat(coverage.last()).isAfterOrEqualTo(coverage.first());
        assertThat(coverage.bytesPerColumn()).isNotNegative();
        assertThat(coverage.barsByYear().values()).allMatch(bars -> bars > 0);
      }
    }
  }
}
