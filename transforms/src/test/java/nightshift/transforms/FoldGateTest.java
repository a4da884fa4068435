package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nightshift.io.gate.GateMode;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;
import nightshift.io.market.Adjust;
import nightshift.io.market.Column;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Room;
import nightshift.transforms.panel.Scratch;
import nightshift.transforms.panel.Stretch;
import nightshift.transforms.panel.Transfer;
import nightshift.transforms.panel.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data gate where panels are loaded. */
class FoldGateTest {
  private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
  private static final LocalDate TO = LocalDate.of(2020, 12, 31);

  @TempDir Path folder;
  private final List<String> symbols = new ArrayList<>();
  private final List<SymbolBars> market = new ArrayList<>();
  private final List<MarketSource> opened = new ArrayList<>();

  @AfterEach
  void closeMarkets() {
    opened.forEach(MarketSource::close);
  }

  private void add(SymbolBars bars) {
    market.add(bars);
    symbols.add(bars.symbol());
  }

  private static SymbolBars made(int seed) {
    return MadeUpMarket.bars(String.format("S%02d", seed), seed, FROM, TO);
  }

  private static SymbolBars named(String symbol, SymbolBars bars) {
    return new SymbolBars(
        symbol,
        bars.days(),
        bars.open(),
        bars.high(),
        bars.low(),
        bars.close(),
        bars.volume(),
        null);
  }

  /** Another series under a symbol's name, which trades on Saturdays too. */
  private static SymbolBars onSaturdaysToo(SymbolBars bars) {
    int[] days =
        FROM.datesUntil(TO.plusDays(1))
            .filter(day -> day.getDayOfWeek().getValue() <= 6)
            .mapToInt(day -> (int) day.toEpochDay())
            .toArray();
    SymbolBars longer = MadeUpMarket.bars(bars.symbol(), 1234, FROM, TO.plusYears(1));
    return new SymbolBars(
        bars.symbol(),
        days,
        Arrays.copyOf(longer.open(), days.length),
        Arrays.copyOf(longer.high(), days.length),
        Arrays.copyOf(longer.low(), days.length),
        Arrays.copyOf(longer.close(), days.length),
        Arrays.copyOf(longer.volume(), days.length),
        null);
  }

  private MarketSource source(GateMode mode) throws IOException {
    Path store = folder.resolve("market");
    if (opened.isEmpty()) {
      try (MarketWriter writer = MarketWriter.to(store)) {
        for (SymbolBars bars : market) {
          writer.write(bars);
        }
        writer.commit();
      }
    }
    MarketSource source = new MarketSource(store.toString(), Adjust.NONE, "", mode);
    opened.add(source);
    return source;
  }

  private PanelRequest request(GateMode mode) throws IOException {
    FoldSymbols fold =
        new FoldSymbols(
            Searches.fold(2020, "2018-01-01", "2019-12-24", "2020-12-31"), symbols, 100_000);
    return new PanelRequest(source(mode), fold, Searches.search(List.of("sma_cross"), 1, 0));
  }

  private PanelLoader.Loaded load(GateMode mode) throws IOException {
    return PanelLoader.of(request(mode), new MemoryAssembly(symbols.size())).load();
  }

  private static List<String> rules(PanelLoader.Loaded loaded) {
    return loaded.setAside().stream()
        .map(row -> row.symbol() + " " + row.rule() + " " + row.action())
        .toList();
  }

  private static List<String> names(Panel panel) {
    return IntStream.range(0, panel.size()).mapToObj(place -> name(panel, place)).toList();
  }

  private static String name(Panel panel, int place) {
    return panel
        .read(
            place,
            EnumSet.of(Column.CLOSE),
            Stretch.upTo(new Window(0, panel.days())),
            new Room(new Transfer()))
        .symbol();
  }

  /** A market with something for each kind of decision. */
  private void dirty() {
    for (int seed = 0; seed < 20; seed++) {
      SymbolBars bars = made(seed);
      if (seed == 3) {
        bars.close()[400] *= 100;
        bars.high()[400] *= 100;
      }
      if (seed == 4) {
        bars.high()[300] = bars.low()[300] / 2;
      }
      add(seed == 7 ? onSaturdaysToo(bars) : bars);
    }
    add(named("T00", made(5)));
    add(named("T01", made(5)));
  }

  @Test
  void whatIsFoundIsNamedAndLeftOut() throws Exception {
    dirty();
    PanelLoader.Loaded loaded = load(GateMode.REPAIR);
    assertThat(rules(loaded))
        .containsExactly(
            "S03 price_spike bars_set_aside",
            "S04 not_bracketed mended",
            "S07 off_calendar bars_set_aside",
            "T00 copy_of symbol_set_aside",
            "T01 copy_of symbol_set_aside");
    assertThat(names(loaded.panel())).hasSize(20).doesNotContain("T00", "T01");
    assertThat(loaded.panel().days()).isEqualTo(made(0).days().length);
    assertThat(loaded.panel().length(3)).isEqualTo(loaded.panel().length(2) - 1);
    assertThat(loaded.setAside().get(3).detail()).isEqualTo("the same series as S05");
  }

  @Test
  void withoutTheGateBarsAreAsTheyAreRead() throws Exception {
    dirty();
    PanelLoader.Loaded loaded = load(GateMode.OFF);
    assertThat(loaded.setAside()).isEmpty();
    assertThat(names(loaded.panel())).hasSize(22);
    assertThat(loaded.panel().days()).isGreaterThan(made(0).days().length);
    assertThat(loaded.panel().symbols().get(3).column(Column.CLOSE)[400]).isGreaterThan(1000);
  }

  /** Every bar, and how many symbols have one on each day. */
  private static List<String> contents(Panel panel) {
    List<String> lines = new ArrayList<>();
    Window all = new Window(0, panel.days());
    for (nightshift.transforms.panel.SymbolBars bars :
        panel.readAll(EnumSet.allOf(Column.class), Stretch.upTo(all))) {
      for (int bar = 0; bar < bars.length(); bar++) {
        StringBuilder line = new StringBuilder(bars.symbol() + panel.dateOf(bars.days()[bar]));
        for (Column column : Column.values()) {
          line.append(' ').append(bars.column(column)[bar]);
        }
        lines.add(line.toString());
      }
    }
    for (int day = 0; day < panel.days(); day++) {
      lines.add(panel.dateOf(day) + " " + panel.symbolsOn(day));
    }
    return lines;
  }

  @Test
  void memoryAndFileAndAnyNumberOfWorkersGiveTheSame() throws Exception {
    dirty();
    for (GateMode mode : GateMode.values()) {
      PanelLoader.Loaded expected = load(mode);
      List<String> bars = contents(expected.panel());
      for (int workers : new int[] {1, 4}) {
        Scratch scratch = Scratch.in(folder, EnumSet.allOf(Column.class), 1000);
        PanelAssembly file = new ScratchAssembly(scratch, symbols.size());
        try (PanelLoader loader = PanelLoader.of(request(mode), file)) {
          PanelLoader.Loaded loaded = together(loader, workers);
          assertThat(loaded.setAside()).isEqualTo(expected.setAside());
          assertThat(contents(loaded.panel())).isEqualTo(bars);
        }
      }
    }
  }

  private static PanelLoader.Loaded together(PanelLoader loader, int workers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Callable<PanelLoader.Loaded>> loads = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        loads.add(loader::load);
      }
      return threads.invokeAll(loads).get(0).get();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aMarketOfCopiesIsRefusedWithTheReason() throws Exception {
    for (int copy = 0; copy < 10; copy++) {
      add(named("C" + copy, made(5)));
    }
    for (int seed = 0; seed < 8; seed++) {
      if (seed != 5) {
        add(made(seed));
      }
    }
    assertThatThrownBy(() -> load(GateMode.REPAIR))
        .hasMessageContaining(
            "the data gate refuses the market: 9 of 17 symbols of fold 2020 fail (9 copy_of; the"
                + " first is C1, the same series as C0)")
        .hasMessageContaining("--dataGate=off")
        .satisfies(
            refused ->
                assertThat(MarketRefusedException.findings(refused))
                    .extracting(QuarantineRow::symbol)
                    .containsExactly("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"));
    assertThat(load(GateMode.OFF).panel().size()).isEqualTo(17);
    add(made(20));
    closeMarkets();
    opened.clear();
    assertThat(load(GateMode.REPAIR).panel().size()).isEqualTo(9);
  }

  @Test
  void onlyColumnsOfStrategiesAreKept() throws Exception {
    add(made(1));
    MarketSource source = source(GateMode.REPAIR);
    PanelRequest all = request(GateMode.REPAIR);
    Search search = all.search();
    Search two =
        new Search(
            search.runId(),
            search.market(),
            search.strategies(),
            search.warmUp(),
            List.of(Column.OPEN, Column.CLOSE),
            search.objectives(),
            search.minTrades(),
            search.riskFree(),
            search.costs(),
            search.evolution(),
            search.islands(),
            search.champions(),
            search.seed());
    PanelLoader.Loaded loaded =
        PanelLoader.of(new PanelRequest(source, all.fold(), two), new MemoryAssembly(1)).load();
    assertThat(loaded.panel().symbols().get(0).columns())
        .containsExactlyInAnyOrder(Column.OPEN, Column.CLOSE);
  }

  @Test
  void aLeaseCoversWhatTheGateKeeps() {
    // 48 samples, the arrays around them, days and counts, keys.
    assertThat(FoldGate.bytes(25_560, 2_500)).isBetween(6_000_000L, 7_000_000L);
  }
}
