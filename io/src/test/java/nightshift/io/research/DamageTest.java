package nightshift.io.research;

import static nightshift.io.research.Samples.MONDAY;
import static nightshift.io.research.Samples.fitness;
import static nightshift.io.research.Samples.run;
import static nightshift.io.research.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("research.db");
    try (ResearchDatabase database = ResearchDatabase.at(file)) {
      database.beginRun(run("r1", MONDAY));
      for (int island = 0; island < 60; island++) {
        database.writeUnit(unit("r1", island, fitness("{\"a\":" + island + "}", 1.5)));
      }
    }
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void overwrite(long at, byte[] bytes) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }

  /** It is the old file, bit by bit, and a new database can be made in its place. */
  private void assertSetAside(String... because) throws Exception {
    byte[] damaged = Files.readAllBytes(file);
    ResearchDatabase.requireWritable(file);
    Optional<String> said = ResearchDatabase.setAsideIfDamaged(file);
    assertThat(said).isPresent();
    assertThat(said.get()).contains(file.toString()).contains(because);
    assertThat(said.get().lines()).hasSize(1);
    // With what SQLite keeps beside a database that it has read.
    assertThat(names())
        .isNotEmpty()
        .allMatch(name -> name.matches("research\\.db\\.damaged-\\d{8}-\\d{6}(-shm|-wal)?"));
    assertThat(Files.readAllBytes(folder.resolve(names().get(0)))).isEqualTo(damaged);
    ResearchDatabase.at(file).close();
    assertThat(ResearchDatabase.setAsideIfDamaged(file)).isEmpty();
  }

  @Test
  void aSoundOneOrNoneStays() throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertThat(ResearchDatabase.setAsideIfDamaged(file)).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(ResearchDatabase.setAsideIfDamaged(folder.resolve("none.db"))).isEmpty();
    Files.createFile(folder.resolve("empty.db"));
    assertThat(ResearchDatabase.setAsideIfDamaged(folder.resolve("empty.db"))).isEmpty();
  }

  @Test
  void pagesThatWereOverwritten() throws Exception {
    byte[] garbage = new byte[3 * PAGE];
    Arrays.fill(garbage, (byte) 0x5a);
    overwrite(Files.size(file) / 2 / PAGE * PAGE, garbage);
    assertSetAside("is damaged (");
  }

  @Test
  void aFileThatWasCutOff() throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(file) / 2);
    }
    assertSetAside("is damaged (");
  }

  @Test
  void aFirstPageThatIsGone() throws Exception {
    overwrite(0, new byte[PAGE]);
    assertSetAside("it begins with zeros");
  }

  @Test
  void aSchemaThatIsGarbage() throws Exception {
    byte[] garbage = new byte[PAGE - 100];
    Arrays.fill(garbage, (byte) 0x77);
    overwrite(100, garbage);
    assertSetAside("is damaged (");
  }

  /** Found by no check of the pages alone: each of them is well-formed. */
  @Test
  void anIndexThatDoesNotMatchItsTable() throws Exception {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    int at = text.indexOf("{\"a\":7");
    for (; at >= 0; at = text.indexOf("{\"a\":7", at + 1)) {
      overwrite(at + 5, new byte[] {'4'});
      if (new Damage(new SqliteFile(file)).find().isPresent()) {
        break;
      }
      overwrite(at + 5, new byte[] {'7'});
    }
    assertThat(at).as("no such value has an index").isPositive();
    assertSetAside("is damaged (");
  }

  @Test
  void whatIsBesideItGoesWithIt() throws Exception {
    Files.writeString(folder.resolve("research.db-wal"), "log");
    Files.writeString(folder.resolve("research.db-shm"), "shared");
    overwrite(0, new byte[PAGE]);
    ResearchDatabase.setAsideIfDamaged(file);
    assertThat(names())
        .satisfiesExactly(
            aside -> assertThat(aside).matches(".*\\.damaged-[0-9-]+"),
            aside -> assertThat(aside).matches(".*\\.damaged-[0-9-]+-shm"),
            aside -> assertThat(aside).matches(".*\\.damaged-[0-9-]+-wal"));
  }

  @Test
  void aLogWithoutItsDatabaseIsSetAside() throws Exception {
    Files.delete(file);
    Files.writeString(folder.resolve("research.db-wal"), "log");
    assertThat(ResearchDatabase.setAsideIfDamaged(file).orElseThrow()).contains("its log is there");
    assertThat(names()).hasSize(1).first().asString().endsWith("-wal");
  }

  @Test
  void twoInOneSecondHaveTwoNames() throws Exception {
    for (int time = 0; time < 3; time++) {
      Files.write(file, new byte[100]);
      assertThat(ResearchDatabase.setAsideIfDamaged(file)).isPresent();
    }
    assertThat(names()).hasSize(3);
  }

  @Test
  void somebodysOtherFileIsRefusedAndLeftAlone() throws Exception {
    Files.writeString(file, "my notes, which are no database");
    assertThatThrownBy(() -> ResearchDatabase.requireWritable(file))
        .hasMessageContaining("is not an SQLite database");
    assertThat(ResearchDatabase.setAsideIfDamaged(file)).isEmpty();
    assertThat(file).hasContent("my notes, which are no database");
  }
}
