package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HugePagesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "always [madvise] never, 2097152, true",
    "[always] madvise never, 2097152, true",
    "always madvise [never], 2097152, false",
    "always [madvise] never, 33554432, false"
  })
  void areTakenWhereTheyAreThereAndSmall(String enabled, String bytes, boolean taken)
      throws IOException {
    Files.writeString(folder.resolve("enabled"), enabled + "\n");
    Files.writeString(folder.resolve("hpage_pmd_size"), bytes + "\n");
    assertThat(HugePages.flags(folder)).hasSize(taken ? 1 : 0);
  }

  @Test
  void areNotTakenWhereTheKernelHasNone() {
    assertThat(HugePages.flags(folder)).isEmpty();
  }
}
