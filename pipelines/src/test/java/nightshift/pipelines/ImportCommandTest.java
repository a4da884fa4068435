package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir Path folder;
  private Path csv;

  @BeforeEach
  void writeCsv() throws IOException {
    csv = Files.createDirectory(folder.resolve("csv"));
    Files.writeString(
        csv.resolve("AAA.csv"),
        """
        Date,Open,High,Low,Close,Volume
        2020-01-03,11,12,10,11.5,200
        2020-01-02,10,11,9,10.5,100
        2020-01-06,11,12,10,,300
        """);
  }

  private Cli load(Path from, Path to, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "import";
    args[1] = "--from=" + from;
    args[2] = "--to=" + to;
    System.arraycopy(more, 0, args, 3, more.length);
    return Cli.call(args);
  }

  @Test
  void saysWhatWasTakenAndWhatWasSetAside() throws Exception {
    Path store = folder.resolve("store.db");
    Cli call = load(csv, store);
    assertThat(call.status()).as(call.err()).isZero();
    assertThat(call.out())
        .contains("1 symbols, 2 bars, 2020-01-02 to 2020-01-03")
        .contains("missing_close")
        .contains("AAA.csv line 4");
    assertThat(Dump.query(store, "SELECT symbol, date FROM bars ORDER BY date"))
        .containsExactly("AAA|2020-01-02", "AAA|2020-01-03");
    assertThat(load(csv, store, "--strict").status()).isEqualTo(3);
  }

  @Test
  void aWrongCallChangesNothing() throws Exception {
    Cli nothing = load(folder.resolve("nowhere"), folder.resolve("store"));
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err()).startsWith("nightshift: ").hasLineCount(1);
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(photos.resolve("cat.jpg"), "meow");
    Cli refused = load(csv, photos);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("photos").hasLineCount(1);
    assertThat(photos).isDirectoryContaining(file -> file.endsWith("cat.jpg"));
  }

  @Test
  void anOptionThatIsMissingIsNamed() {
    Cli call = Cli.call("import", "--from=" + csv);
    assertThat(call.status()).isEqualTo(2);
    assertThat(call.err()).contains("--to");
  }
}
