package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Any bytes in the place of a profile, and of a list of symbols. */
class ProfileFileFuzzTest {
  private static final Path FILE = file();

  private static Path file() {
    try {
      Path file = Files.createTempFile("nightshift-fuzz", ".properties");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException uncreated) {
      throw new IllegalStateException(uncreated);
    }
  }

  @FuzzTest
  void isTakenOrRefused(byte[] text) throws IOException {
    Files.write(FILE, text);
    try {
      Map<String, Profile.Entry> entries =
          ProfileFile.parse("fuzz", TextFile.lines("profile", FILE));
      assertThat(entries.keySet()).allMatch(key -> Settings.named(key).isPresent());
    } catch (SettingException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
    try {
      List<String> symbols = SymbolFile.expandAll(List.of("@" + FILE));
      assertThat(symbols).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
    } catch (SettingException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
