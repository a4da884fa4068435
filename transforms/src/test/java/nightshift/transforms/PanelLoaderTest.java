package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;
import nightshift.io.market.Adjust;
import nightshift.io.market.Column;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Scratch;
import nightshift.transforms.panel.ScratchException;
import nightshift.transforms.panel.Stretch;
import nightshift.transforms.panel.Transfer;
import nightshift.transforms.panel.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelLoaderTest {
  private static final LocalDate MONDAY = LocalDate.of(2019, 6, 3);

  @TempDir Path folder;
  private Path store;
  private MarketSource source;

  @BeforeEach
  void writeMarket() throws Exception {
    store = folder.resolve("market");
    try (MarketWriter writer = MarketWriter.to(store)) {
      writer.write(bars("A", new int[] {0, 1, 3}, 10, 11, 13));
      writer.write(bars("B", new int[] {1, 2}, 21, 22));
      writer.write(bars("C", new int[] {-3000}, 5));
      writer.write(bars("D", new int[] {2, 3}, 32, Double.NaN));
      writer.write(bars("F", new int[] {1, 2}, 1, 2));
      writer.commit();
    }
    source = new MarketSource(store.toString(), Adjust.NONE);
  }

  @AfterEach
  void closeMarket() {
    source.close();
  }

  /** Bars some days after Monday, with these closes and opens of one less. */
  private static SymbolBars bars(String symbol, int[] offsets, double... closes) {
    int[] days = new int[offsets.length];
    double[] opens = new double[offsets.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = (int) MONDAY.toEpochDay() + offsets[i];
      opens[i] = closes[i] - 1;
    }
    return new SymbolBars(symbol, days, opens, closes, closes, closes, closes, null);
  }

  private PanelLoader.Loaded load(String... symbols) throws IOException {
    return loader(new MemoryAssembly(symbols.length), symbols).load();
  }

  private PanelLoader loader(PanelAssembly assembly, String... symbols) {
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(2020, "2019-01-01", "2019-12-24", "2020-12-31"), List.of(symbols), 100);
    Search search = Searches.search(List.of("sma_cross"), 1, 0);
    return PanelLoader.of(new PanelRequest(source, fold, search), assembly);
  }

  @Test
  void putsSymbolsOnTheCalendarOfAllTheirDays() throws Exception {
    Panel panel = load("A", "B").panel();
    assertThat(panel.days()).isEqualTo(4);
    assertThat(panel.dateOf(3)).isEqualTo(MONDAY.plusDays(3));
    assertThat(panel.symbols().get(0).days()).containsExactly(0, 1, 3);
    assertThat(panel.symbols().get(0).column(Column.CLOSE)).containsExactly(10, 11, 13);
    assertThat(panel.symbols().get(1).days()).containsExactly(1, 2);
    assertThat(panel.symbols().get(1).column(Column.OPEN)).containsExactly(20, 21);
  }

  @Test
  void leavesOutSymbolsWithoutBarsInTheseDays() throws Exception {
    PanelLoader.Loaded loaded = load("A", "C");
    assertThat(loaded.panel().symbols()).extracting(s -> s.symbol()).containsExactly("A");
    assertThat(loaded.setAside()).isEmpty();
  }

  @Test
  void saysWhatWasSetAside() throws Exception {
    Files.writeString(store.resolve("B.parquet"), "broken");
    PanelLoader.Loaded loaded = load("A", "B", "D");
    assertThat(loaded.panel().symbols()).extracting(s -> s.symbol()).containsExactly("A", "D");
    assertThat(loaded.setAside())
        .extracting(QuarantineRow::symbol, QuarantineRow::rule, QuarantineRow::firstDate)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("B", "unreadable", ""),
            org.assertj.core.groups.Tuple.tuple("D", "missing_close", "2019-06-06"));
  }

  @Test
  void aFoldWithoutABarIsAnError() {
    assertThatThrownBy(() -> load("C"))
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("none of the 1 symbols of fold 2020 has a usable bar");
  }

  /** Every bar of a panel, for comparing. */
  private static List<String> bars(Panel panel) {
    Window window = new Window(0, panel.days());
    List<String> lines = new ArrayList<>();
    for (nightshift.transforms.panel.SymbolBars bars :
        panel.readAll(EnumSet.allOf(Column.class), Stretch.upTo(window))) {
      for (int bar = 0; bar < bars.length(); bar++) {
        StringBuilder line =
            new StringBuilder(bars.symbol() + " " + panel.dateOf(bars.days()[bar]));
        for (Column column : Column.values()) {
          line.append(' ').append(Double.toHexString(bars.column(column)[bar]));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  @Test
  void aScratchFileHasTheSameBarsAndTheSameIsSetAside() throws Exception {
    Files.writeString(store.resolve("E.parquet"), "broken");
    PanelLoader.Loaded memory = load("A", "B", "C", "D", "E");
    Set<Column> columns = EnumSet.allOf(Column.class);
    try (PanelLoader loader =
        loader(
            new ScratchAssembly(Scratch.in(folder, columns, 1000), 5), "A", "B", "C", "D", "E")) {
      PanelLoader.Loaded scratch = loader.load();
      assertThat(bars(scratch.panel())).isEqualTo(bars(memory.panel())).hasSize(6);
      assertThat(scratch.panel().size()).isEqualTo(3);
      assertThat(scratch.setAside()).isEqualTo(memory.setAside()).hasSize(2);
      for (int day = 0; day < 4; day++) {
        assertThat(scratch.panel().symbolsOn(day)).isEqualTo(memory.panel().symbolsOn(day));
      }
    }
  }

  @Test
  void symbolsThatTradeOnTheSameDaysShareThem() throws Exception {
    List<nightshift.transforms.panel.SymbolBars> symbols = load("A", "B", "F").panel().symbols();
    assertThat(symbols.get(2).days()).isSameAs(symbols.get(1).days()).containsExactly(1, 2);
  }

  /** The file is no more under any name, once it is made; where the system lets it. */
  @Test
  void aScratchFileHasNoNameAnyMore() throws Exception {
    Path empty = folder.resolve("scratch");
    try (Scratch scratch = Scratch.in(empty, Set.of(Column.CLOSE), 1000)) {
      scratch.write(new int[] {1, 2}, column -> new double[] {1, 2}, new Transfer());
      Assumptions.assumeTrue(empty.getFileSystem().supportedFileAttributeViews().contains("unix"));
      assertThat(empty).isEmptyDirectory();
    }
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aFolderWithoutRoomIsNamed() {
    assertThatThrownBy(() -> Scratch.in(folder, Set.of(Column.CLOSE), Long.MAX_VALUE / 2))
        .isInstanceOf(ScratchException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("MB free; make room there, name another folder with --scratchFolder");
  }

  /** As on a disk that fails: what is read for all workers of the fold ends with one reason. */
  @Test
  void aFileThatCannotBeWrittenIsNamed() throws Exception {
    Scratch scratch = Scratch.in(folder, EnumSet.allOf(Column.class), 1000);
    try (PanelLoader loader = loader(new ScratchAssembly(scratch, 2), "A", "B")) {
      scratch.close();
      assertThatThrownBy(loader::load)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the scratch file in " + folder + " cannot be written")
          .hasMessageContaining("--scratchFolder");
    }
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws Exception {
    Scratch scratch = Scratch.in(folder, EnumSet.allOf(Column.class), 1000);
    try (PanelLoader loader = loader(new ScratchAssembly(scratch, 2), "A", "B")) {
      Panel panel = loader.load().panel();
      scratch.close();
      assertThatThrownBy(() -> bars(panel))
          .hasRootCauseInstanceOf(java.nio.channels.ClosedChannelException.class)
          .cause()
          .isInstanceOf(ScratchException.class)
          .hasMessageContaining("the scratch file in " + folder + " cannot be read");
    }
  }
}
