package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;
import nightshift.io.market.Adjust;
import nightshift.io.market.Column;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.panel.Panel;
import org.junit.jupiter.api.AfterEach;
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
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(2020, "2019-01-01", "2019-12-24", "2020-12-31"), List.of(symbols), 100);
    Search search = Searches.search(List.of("sma_cross"), 1, 0);
    return PanelLoader.of(
            new PanelRequest(source, fold, search), new MemoryAssembly(symbols.length))
        .load();
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
}
