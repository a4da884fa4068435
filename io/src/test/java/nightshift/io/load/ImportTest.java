package nightshift.io.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nightshift.io.load.ImportProgress.Phase;
import nightshift.io.load.csv.DateOrder;
import nightshift.io.load.csv.Limits;
import nightshift.io.market.MarketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
  private static final String HEADER = "date,open,high,low,close,volume";

  @TempDir Path folder;
  private Path from;

  @BeforeEach
  void createSource() throws IOException {
    from = Files.createDirectory(folder.resolve("from"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void aFolderWithOneFilePerSymbol(String name) throws IOException {
    write("M&M.NS_data.csv", HEADER, "2024-01-03,2,3,1,2.5,20", "2024-01-02,1,2,0.5,1.5,10");
    write("A_data.csv", HEADER, "2024-01-02,0,2,1,1.5,10", "2024-01-03,2,3,1,,20");
    ImportSummary summary = run(name);

    assertThat(StoredBars.of(folder.resolve(name), "M&M.NS"))
        .containsExactly("2024-01-02,1.0,2.0,0.5,1.5,10.0", "2024-01-03,2.0,3.0,1.0,2.5,20.0");
    assertThat(StoredBars.of(folder.resolve(name), "A"))
        .containsExactly("2024-01-02,null,2.0,1.0,1.5,10.0");
    assertThat(summary.symbols()).isEqualTo(2);
    assertThat(summary.rowsRead()).isEqualTo(4);
    assertThat(summary.bars()).isEqualTo(3);
    assertThat(summary.first()).isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(summary.last()).isEqualTo(LocalDate.of(2024, 1, 3));
    assertThat(summary.isComplete()).isFalse();
    assertThat(summary.lines())
        .contains(
            "taken: 2 symbols, 3 bars, 2024-01-02 to 2024-01-03",
            "  of them missing_open: 1, first A_data.csv line 2, A 2024-01-02",
            "set aside: 1 of 4 rows",
            "  missing_close: 1, first A_data.csv line 3, 2024-01-03",
            "store: " + folder.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void rowsOfManySymbolsInAnyOrderComeOutBySymbol(String name) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int symbol = 0; symbol < 30; symbol++) {
      for (int day = 0; day < 50; day++) {
        rows.add("S" + symbol + "," + LocalDate.of(2024, 1, 1).plusDays(day) + "," + (symbol + 1));
      }
    }
    Collections.shuffle(rows, new Random(5));
    rows.add("S7,2024-01-01,999");
    rows.add("S7,not a day,999");
    rows.add(0, "ticker,date,close");
    write("all.csv", rows.toArray(String[]::new));
    List<Phase> phases = new ArrayList<>();
    ImportSummary summary =
        Import.run(from.resolve("all.csv"), folder.resolve(name), (p, d, t, w) -> phases.add(p));

    assertThat(summary.symbols()).isEqualTo(30);
    assertThat(summary.bars()).isEqualTo(1_500);
    assertThat(summary.rowsRead()).isEqualTo(1_502);
    assertThat(phases).contains(Phase.READING).endsWith(Phase.WRITING);
    assertThat(StoredBars.of(folder.resolve(name), "S7"))
        .hasSize(50)
        .startsWith("2024-01-01,null,null,null,999.0,null")
        .endsWith("2024-02-19,null,null,null,8.0,null");
    assertThat(entries(folder)).containsExactlyInAnyOrder("from", name);
  }

  @Test
  void aSymbolInTwoFilesIsTakenOnce() throws IOException {
    write("a/X.csv", HEADER, "2024-01-02,1,1,1,1,1");
    write("b/X.csv", HEADER, "2024-01-02,2,2,2,2,2", "2024-01-03,2,2,2,2,2");
    ImportSummary summary = run("market");

    assertThat(StoredBars.of(folder.resolve("market"), "X"))
        .containsExactly("2024-01-02,1.0,1.0,1.0,1.0,1.0");
    assertThat(summary.setAside())
        .containsExactly(
            new ImportSummary.Blemish("symbol_elsewhere", 2, "b/X.csv, X: taken from a/X.csv"));
  }

  @Test
  void filesThatCannotBeUsedAreNamedAndTheRestIsTaken() throws IOException {
    write("GOOD.csv", HEADER, "2024-01-02,1,1,1,1,1");
    write("EMPTY.csv");
    write("HEADER.csv", HEADER);
    write("NOTES.txt", "buy low, sell high");
    write("DATES.csv", "date,close", "01/02/2024,1", "02/02/2024,1");
    Files.write(from.resolve("CUT.csv.gz"), cutGzip());
    ImportSummary summary = run("market");

    assertThat(summary.symbols()).isEqualTo(1);
    assertThat(summary.rowsRead()).isEqualTo(1);
    assertThat(summary.filesAside())
        .extracting(ImportSummary.FileAside::name)
        .containsExactly("CUT.csv.gz", "DATES.csv", "EMPTY.csv", "HEADER.csv", "NOTES.txt");
    assertThat(summary.lines()).anyMatch(line -> line.contains("month first or day first"));
  }

  /** Its first rows were parked before the break was met; none of them may reach the store. */
  @Test
  void nothingOfAFileThatBreaksOffIsTaken() throws IOException {
    write("MANY.csv", "symbol,date,close", "A,2024-01-02,1", "B,2024-01-02,2");
    Files.write(from.resolve("PARTS.csv.gz"), cutGzip());
    ImportSummary summary = run("market.db");

    assertThat(summary.bars()).isEqualTo(2);
    assertThat(StoredBars.of(folder.resolve("market.db"), "Z1")).isEmpty();
    assertThat(summary.filesAside()).hasSize(1);
  }

  @Test
  void ambiguousDatesAreTakenWhenTheirOrderIsGiven() throws IOException {
    write("X.csv", "date,close", "01/02/2024,1");
    ImportOptions options = new ImportOptions(DateOrder.DAY_FIRST, Limits.DEFAULT);
    ImportSummary summary =
        Import.run(from, folder.resolve("market"), options, ImportProgress.NONE);

    assertThat(summary.first()).isEqualTo(LocalDate.of(2024, 2, 1));
  }

  @Test
  void theAdjustedCloseIsKept() throws IOException {
    write("X.csv", "Date,Close,Adj Close", "2024-01-02,10,5");
    run("market.db");
    assertThat(StoredBars.of(folder.resolve("market.db"), "X"))
        .containsExactly("2024-01-02,null,null,null,10.0,null,5.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"market", "market.db"})
  void anImportThatFindsNothingLeavesTheOldStore(String name) throws IOException {
    write("X.csv", HEADER, "2024-01-02,1,1,1,1,1");
    run(name);
    write("X.csv", HEADER, "2024-01-02,1,1,1,,1");

    assertThatThrownBy(() -> run(name))
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("no prices found in " + from)
        .hasMessageContaining("X.csv line 2");
    assertThat(StoredBars.of(folder.resolve(name), "X")).hasSize(1);
    assertThat(entries(folder)).containsExactlyInAnyOrder("from", name);
  }

  @Test
  void wrongPathsAreNamed() {
    assertThatThrownBy(
            () -> Import.run(folder.resolve("no"), folder.resolve("m"), ImportProgress.NONE))
        .hasMessageContaining("nothing at " + folder.resolve("no"));
    assertThatThrownBy(() -> Import.run(from, from.resolve("m"), ImportProgress.NONE))
        .hasMessageContaining("must not lie within each other");
    assertThatThrownBy(() -> Import.run(from, folder, ImportProgress.NONE))
        .hasMessageContaining("must not lie within each other");
    assertThatThrownBy(() -> run("market")).hasMessageContaining("no prices found");
  }

  private ImportSummary run(String name) throws MarketException {
    return Import.run(from, folder.resolve(name), ImportProgress.NONE);
  }

  private void write(String name, String... lines) throws IOException {
    Path file = from.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines));
  }

  /** A compressed file of many symbols, cut in the middle. */
  private static byte[] cutGzip() throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("symbol,date,close\n".getBytes());
      for (int row = 0; row < 150_000; row++) {
        gzip.write(("Z" + row % 5 + ",2024-01-02," + random.nextDouble() + "\n").getBytes());
      }
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() * 9 / 10);
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }
}
