package nightshift.io.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nightshift.io.load.csv.SmallFiles;
import nightshift.io.market.Adjust;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.io.market.Markets;
import nightshift.io.market.PlainText;
import nightshift.io.market.SmallHeap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and archives that were made to lead an import astray. */
class HostileImportTest {
  private static final String BARS = "date,close\n2020-01-02,1\n2020-01-03,2\n";

  @TempDir Path top;

  private Path in() throws IOException {
    return Files.createDirectories(top.resolve("in"));
  }

  private Path store() {
    return top.resolve("out/market");
  }

  private ImportSummary run(Path from) throws IOException {
    Files.createDirectories(top.resolve("out"));
    return Import.run(from, store(), (phase, done, total, what) -> requirePlain(what));
  }

  private static void requirePlain(String text) {
    assertThat(PlainText.isPlain(text)).as(PlainText.of(text)).isTrue();
  }

  private List<String> symbols() throws IOException {
    try (Market market = Markets.open(store().toString(), Adjust.AUTO)) {
      return market.symbols();
    }
  }

  /** Everything that is not the source lies in the store, each with the name of a symbol. */
  private void requireNothingElse(int files) throws IOException {
    try (Stream<Path> tree = Files.walk(top)) {
      assertThat(
              tree.filter(Files::isRegularFile).filter(file -> !file.startsWith(top.resolve("in"))))
          .hasSize(files)
          .allMatch(file -> file.getParent().equals(store()));
    }
  }

  @Test
  void aSymbolIsNoPath() throws IOException {
    Path file = in().resolve("all.csv");
    String symbols =
        Stream.of(
                "../../x",
                "/etc/passwd",
                "a'; drop table",
                "CON",
                "-rf",
                "\uD83D\uDE80",
                "caf\u00e9",
                "cafe\u0301",
                "con",
                "A\u001b[2J",
                "A\tB",
                "X".repeat(300),
                "\u20ac".repeat(40),
                "\u202eA",
                "A\u0000")
            .map(symbol -> '"' + symbol + "\",2020-01-02,5\n")
            .reduce("symbol,date,close\n", String::concat);
    Files.writeString(file, symbols);

    ImportSummary summary = run(file);
    summary.lines().forEach(HostileImportTest::requirePlain);
    assertThat(symbols())
        .containsExactlyInAnyOrder(
            "../../x",
            "/etc/passwd",
            "a'; drop table",
            "CON",
            "-rf",
            "\uD83D\uDE80",
            "caf\u00e9",
            "cafe\u0301",
            "con");
    requireNothingElse(9);
  }

  @Test
  void theSameInAnSqliteStore() throws IOException {
    Path file = in().resolve("all.csv");
    Files.writeString(
        file, "symbol,date,close\n\"a'; drop table bars; --\",2020-01-02,5\nB,2020-01-02,6\n");
    Files.createDirectories(top.resolve("out"));
    Path db = top.resolve("out/a.db");
    Import.run(file, db, (phase, done, total, what) -> requirePlain(what));
    try (Market market = Markets.open(db.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("B", "a'; drop table bars; --");
    }
  }

  @Test
  void aZipLeadsNowhere() throws IOException {
    Path zip = in().resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name :
          List.of(
              "../../UP.csv",
              "/etc/ABS.csv",
              "C:\\WIN.csv",
              "esc\u001b[2J.csv",
              "line\nend.csv",
              "..csv")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(BARS.getBytes(UTF_8));
      }
    }
    ImportSummary summary = run(zip);
    assertThat(String.join("|", summary.lines())).doesNotContain("\u001b").doesNotContain("line\n");
    assertThat(symbols()).containsExactly("ABS", "UP", "WIN");
    requireNothingElse(3);
  }

  @Test
  void aTarLeadsNowhere() throws IOException {
    Path tar = in().resolve("a.tar");
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      for (String name : List.of("../../UP.csv", "/etc/ABS.csv")) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(BARS.length());
        out.putArchiveEntry(entry);
        out.write(BARS.getBytes(UTF_8));
        out.closeArchiveEntry();
      }
      for (byte kind :
          new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
        TarArchiveEntry link = new TarArchiveEntry("LINK" + (char) kind + ".csv", kind);
        link.setLinkName("/etc/passwd");
        out.putArchiveEntry(link);
        out.closeArchiveEntry();
      }
    }
    run(tar);
    assertThat(symbols()).containsExactly("ABS", "UP");
    requireNothingElse(2);
  }

  @Test
  void aSymbolThatNoFileCanHaveIsPutAside() throws IOException {
    Path folder = in();
    Files.writeString(folder.resolve("GOOD.csv"), BARS);
    Files.writeString(folder.resolve("X".repeat(60) + ".csv"), BARS);
    ImportSummary summary = run(folder);
    assertThat(symbols()).containsExactly("GOOD");
    assertThat(String.join("|", summary.lines())).contains("its name is no symbol");
  }

  /** What a reader takes and a folder of files cannot keep. */
  @Test
  void aSymbolOfAnotherStoreThatNoFileCanHaveIsPutAside() throws Exception {
    Path db = in().resolve("a.db");
    SmallFiles.sqlite(db, "A", "\u20ac".repeat(35), "Z".repeat(90), "B\u001b[2J");
    ImportSummary summary = run(db);
    assertThat(symbols()).containsExactly("A");
    assertThat(String.join("|", summary.lines()))
        .contains("file name", "1 to 40")
        .doesNotContain("\u001b");
  }

  /** The name of an entry may be of any length; a library keeps it in memory. */
  @Test
  void aNameOfManyMegabytesIsRefused() throws Exception {
    Path tar = in().resolve("a.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
      SmallFiles.tarWithLongName(out, 64 << 20);
    }
    assertThat(Files.size(tar)).isLessThan(1 << 20);
    assertThat(SmallHeap.run(48, RefusesAll.class, tar, top.resolve("out2")))
        .contains("refused", "name and extensions take more than");
  }

  /** Lines and cells of which there are millions, in a heap that could not keep them. */
  @Test
  void millionsOfNothingTakeLittleMemory() throws Exception {
    List<String> parts = List.of("\n", ",", "1,", "\"", "date,close\n", "2020-01-01,\n", ",,\n");
    for (int i = 0; i < parts.size(); i++) {
      String text = "date,close\n" + parts.get(i).repeat(5_000_000 / parts.get(i).length());
      Files.writeString(in().resolve("A" + i + ".csv"), text);
    }
    Files.writeString(in().resolve("GOOD.csv"), BARS);
    assertThat(SmallHeap.run(48, RefusesAll.class, in(), top.resolve("out3"))).contains("imported");
  }

  /** Imports what it is told and says how that ended. */
  static final class RefusesAll {
    private RefusesAll() {}

    public static void main(String[] paths) throws IOException {
      try {
        Import.run(Path.of(paths[0]), Path.of(paths[1]), (phase, done, total, what) -> {});
        System.out.println("imported");
      } catch (MarketException refused) {
        System.out.println("refused: " + refused.getMessage());
      }
    }
  }
}
