package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @TempDir Path home;
  private Path library;

  @BeforeEach
  void build() throws IOException {
    library = home.resolve("pipelines/target/lib/a.jar");
    Files.createDirectories(library.getParent());
    Files.writeString(library, "classes");
    Files.writeString(home.resolve("pipelines/target/nightshift.jar"), "more");
  }

  private String file() {
    return ClassArchive.of(home).orElseThrow().file();
  }

  @Test
  void isTheSameUntilAJarChanges() throws IOException {
    String before = file();
    assertThat(before)
        .startsWith(Runtime.version() + "-")
        .matches("[A-Za-z0-9._+-]+\\.jsa")
        .isEqualTo(file());
    Files.setLastModifiedTime(library, FileTime.from(Instant.EPOCH));
    String later = file();
    assertThat(later).isNotEqualTo(before);
    Files.writeString(library.resolveSibling("b.jar"), "classes");
    assertThat(file()).isNotEqualTo(later);
  }

  @Test
  void isNoneWithoutJars() throws IOException {
    Files.delete(home.resolve("pipelines/target/nightshift.jar"));
    assertThat(ClassArchive.of(home)).isEmpty();
    assertThat(ClassArchive.of(home.resolve("nowhere"))).isEmpty();
  }
}
