package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageIndexTest {
  private static final List<String> SYMBOLS = List.of("AAPL", "MSFT");
  private static final Instant LONG_AGO = Instant.parse("2024-05-06T07:08:09.123456789Z");

  @TempDir Path folder;
  private Path market;
  private Path indexes;

  @BeforeEach
  void writeMarket() throws Exception {
    market = folder.resolve("market");
    indexes = Files.createDirectory(folder.resolve("research"));
    for (String symbol : SYMBOLS) {
      write(symbol, SampleBars.rowsOf("AAPL"), LONG_AGO);
    }
  }

  private void write(String symbol, List<StoredBar> rows, Instant modified) throws Exception {
    Path file = market.resolve(symbol + ".parquet");
    Files.deleteIfExists(file);
    ParquetSample.oneSymbol().write(file, rows);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private Market open(Path location) throws MarketException {
    return Markets.open(location.toString(), Adjust.AUTO, Optional.of(indexes));
  }

  /** What the market says, and how many files it opened to say it. */
  private record Answer(List<Coverage> coverage, int filesOpened) {}

  private Answer ask() throws MarketException {
    return ask(market);
  }

  private Answer ask(Path location) throws MarketException {
    try (Market open = open(location)) {
      List<Coverage> coverage = new ArrayList<>();
      for (String symbol : open.symbols()) {
        coverage.add(open.coverage(symbol));
      }
      return new Answer(coverage, open.filesOpened());
    }
  }

  private Path index() throws IOException {
    try (Stream<Path> files = Files.list(indexes)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void opensNoFileASecondTime() throws Exception {
    Answer first = ask();
    Answer second = ask();
    assertThat(first.filesOpened()).isEqualTo(2);
    assertThat(second.filesOpened()).isZero();
    assertThat(second.coverage()).isEqualTo(first.coverage());
    assertThat(first.coverage().get(0).first()).isEqualTo(SampleBars.FIRST);
  }

  @Test
  void looksAgainAtAFileThatWasChanged() throws Exception {
    ask();
    List<StoredBar> fewer = SampleBars.rowsOf("AAPL").subList(10, 40);
    write("MSFT", fewer, LONG_AGO.plusNanos(1_000_000));
    Answer after = ask();
    assertThat(after.filesOpened()).isEqualTo(1);
    assertThat(after.coverage().get(1).first()).isEqualTo(fewer.get(0).date());
    assertThat(ask().filesOpened()).isZero();
  }

  @Test
  void looksAgainAtAFileOfAnotherSizeAndTheSameTime() throws Exception {
    ask();
    write("MSFT", SampleBars.rowsOf("AAPL").subList(10, 40), LONG_AGO);
    assertThat(ask().filesOpened()).isEqualTo(1);
  }

  @Test
  void doesNotTrustAFileWrittenJustNow() throws Exception {
    write("MSFT", SampleBars.rowsOf("AAPL"), Instant.now());
    ask();
    assertThat(ask().filesOpened()).isEqualTo(1);
  }

  @Test
  void isWrittenBeforeTheFirstBarsAreRead() throws Exception {
    try (Market open = open(market)) {
      open.coverage("AAPL");
      assertThat(indexes).isEmptyDirectory();
      open.read("AAPL", EnumSet.of(Column.CLOSE), LocalDate.MIN, LocalDate.MAX);
      assertThat(index()).isNotEmptyFile();
    }
  }

  @Test
  void forgetsFilesThatAreGone() throws Exception {
    ask();
    long before = Files.size(index());
    Files.delete(market.resolve("AAPL.parquet"));
    write("MSFT", SampleBars.rowsOf("AAPL"), LONG_AGO.plusSeconds(1));
    ask();
    assertThat(Files.size(index())).isLessThan(before);
  }

  @Test
  void replacesADamagedOrForeignIndex() throws Exception {
    Answer right = ask();
    byte[] whole = Files.readAllBytes(index());
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x11;
      Files.write(index(), damaged);
      assertThat(ask()).as("byte %d", at).isEqualTo(right);
      assertThat(ask().filesOpened()).isZero();
    }
    for (byte[] foreign : List.of(new byte[0], new byte[3], "something else".getBytes())) {
      Files.write(index(), foreign);
      assertThat(ask()).isEqualTo(right);
    }
    Files.write(index(), Arrays.copyOf(whole, whole.length / 2));
    assertThat(ask()).isEqualTo(right);
  }

  @Test
  void takesNothingFromTheIndexOfAnotherMarket() throws Exception {
    ask();
    byte[] ours = Files.readAllBytes(index());
    Path other = folder.resolve("other");
    Files.move(market, other);
    Files.delete(index());
    ask(other);
    Files.write(index(), ours);
    assertThat(ask(other).filesOpened()).isEqualTo(2);
  }

  @Test
  void worksWithoutAFolderToWriteTo() throws Exception {
    indexes = folder.resolve("absent");
    assertThat(ask().filesOpened()).isEqualTo(2);
    assertThat(indexes).doesNotExist();
    indexes = Files.createFile(folder.resolve("file"));
    assertThat(ask().filesOpened()).isEqualTo(2);
  }

  @Test
  void remembersAnSqliteFileUntilItIsWritten() throws Exception {
    Path file = folder.resolve("bars.db");
    writeSqlite(file, 3);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    assertThat(ask(file).coverage().get(0).bars()).isEqualTo(3);
    // The same size and time, so that only the index can still know the old number.
    long size = Files.size(file);
    Files.delete(file);
    writeSqlite(file, 4);
    assertThat(Files.size(file)).isEqualTo(size);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    assertThat(ask(file).coverage().get(0).bars()).isEqualTo(3);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(1)));
    assertThat(ask(file).coverage().get(0).bars()).isEqualTo(4);
  }

  private static void writeSqlite(Path file, int bars) throws Exception {
    int[] days = IntStream.range(18_000, 18_000 + bars).toArray();
    double[] ones = IntStream.of(days).mapToDouble(day -> 1).toArray();
    try (MarketWriter writer = MarketWriter.to(file)) {
      writer.write(new SymbolBars("AAPL", days, ones, ones, ones, ones, ones, null));
      writer.commit();
    }
  }
}
