package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTextTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "VmRSS, 20",
    "VmR, -1",
    "file, 3",
    "inactive_file, 4",
    "plenty, -1",
    "long, -1",
    "none, -1",
    "last, 123456789012345678",
    "absent, -1",
  })
  void findsTheNumberBehindAName(String name, long value) {
    String text =
        "VmRSS:\t  20 kB\ninactive_file 4\nfile 3\nplenty: of\nlong 1234567890123456789\n"
            + "none:\nlast 123456789012345678";
    assertThat(KernelText.value(text, name)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "-1, -1", "max, ", "9223372036854771712, ", "'', ", "1 2, "})
  void readsOneNumber(String text, Long number) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), text + "\n");
    assertThat(KernelText.number(file))
        .isEqualTo(number == null ? OptionalLong.empty() : OptionalLong.of(number));
  }

  @Test
  void readsLongFilesToTheirEnd() throws Exception {
    String text = "x 1\n".repeat(5000) + "end 7";
    Path file = Files.writeString(folder.resolve("file"), text);
    assertThat(KernelText.of(file)).hasValue(text);
    assertThat(KernelText.value(text, "end")).isEqualTo(7);
  }

  @Test
  void whatCannotBeReadSaysNothing() {
    assertThat(KernelText.of(folder)).isEmpty();
    assertThat(KernelText.of(folder.resolve("none"))).isEmpty();
    assertThat(KernelText.list(folder.resolve("none"))).isEmpty();
  }
}
