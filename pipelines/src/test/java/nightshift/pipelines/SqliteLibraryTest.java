package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryTest {
  @TempDir Path home;

  @Test
  void isTakenWhereTheBuildLaidOneOut() throws IOException {
    Path folder = home.resolve("pipelines/target/native/org/sqlite/native/Linux/aarch64");
    Files.createDirectories(folder);
    assertThat(SqliteLibrary.folder(home, "Linux", "aarch64")).isEmpty();
    Files.createFile(folder.resolve(System.mapLibraryName("sqlitejdbc")));
    assertThat(SqliteLibrary.folder(home, "Linux", "aarch64")).contains(folder);
    assertThat(SqliteLibrary.folder(home, "Linux", "amd64")).isEmpty();
    assertThat(SqliteLibrary.folder(home, "Linux", "riscv64")).isEmpty();
  }
}
