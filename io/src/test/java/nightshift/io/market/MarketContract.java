package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every market store must do, whatever it is kept in: give the same bars to the bit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MarketContract {
  private static final LocalDate BEGIN = LocalDate.MIN;
  private static final LocalDate END = LocalDate.MAX;
  private static final Set<Column> ALL = EnumSet.allOf(Column.class);

  private Path folder;
  private Path location;

  /** Stores the rows below a folder, and says what to open. */
  abstract Path store(Path folder, List<StoredBar> rows) throws Exception;

  @BeforeAll
  void storeSample(@TempDir Path parent) throws Exception {
    ParquetSample.oneSymbol().write(parent.resolve("secret.parquet"), SampleBars.rowsOf("AAPL"));
    folder = Files.createDirectory(parent.resolve("market"));
    location = store(folder, SampleBars.rows());
  }

  private Market open(Adjust adjust) throws MarketException {
    return Markets.open(location.toString(), adjust);
  }

  @Test
  void listsSymbolsInOrder() throws Exception {
    try (Market market = open(Adjust.NONE)) {
      assertThat(market.symbols()).isEqualTo(SampleBars.SYMBOLS);
      assertThat(market.location()).isEqualTo(location.toAbsolutePath().toString());
    }
  }

  @Test
  void readsAllBarsToTheBit() throws Exception {
    for (Adjust adjust : Adjust.values()) {
      try (Market market = open(adjust)) {
        for (String symbol : SampleBars.SYMBOLS) {
          BarSlice slice = market.read(symbol, ALL, BEGIN, END);
          NaiveBars.of(SampleBars.rowsOf(symbol), adjust).assertSame(slice);
        }
      }
    }
  }

  @Test
  void readsDaysFromAndToInclusive() throws Exception {
    LocalDate from = LocalDate.of(2019, 12, 31);
    LocalDate to = LocalDate.of(2020, 2, 3);
    try (Market market = open(Adjust.AUTO)) {
      for (String symbol : SampleBars.SYMBOLS) {
        BarSlice slice = market.read(symbol, ALL, from, to);
        assertThat(slice.days()[0]).isEqualTo((int) from.toEpochDay());
        assertThat(slice.days()[slice.size() - 1]).isEqualTo((int) to.toEpochDay());
        List<StoredBar> within =
            SampleBars.rowsOf(symbol).stream()
                .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
                .toList();
        NaiveBars.of(within, Adjust.AUTO).assertSame(slice);
      }
    }
  }

  @Test
  void givesTheSameBarsWhicheverColumnsAreRead() throws Exception {
    try (Market market = open(Adjust.AUTO)) {
      BarSlice all = market.read("BRK.B", ALL, BEGIN, END);
      for (Column column : Column.values()) {
        BarSlice one = market.read("BRK.B", EnumSet.of(column), BEGIN, END);
        assertThat(one.days()).isEqualTo(all.days());
        assertThat(one.column(column)).isEqualTo(all.column(column));
        for (Column other : EnumSet.complementOf(EnumSet.of(column))) {
          assertThatThrownBy(() -> one.column(other)).hasMessageContaining("was not read");
        }
      }
    }
  }

  @Test
  void findsNothingOutsideTheStoredDays() throws Exception {
    try (Market market = open(Adjust.AUTO)) {
      assertThat(market.read("AAPL", ALL, BEGIN, SampleBars.FIRST.minusDays(1)).size()).isZero();
      assertThat(market.read("AAPL", ALL, SampleBars.LAST.plusDays(1), END).size()).isZero();
      assertThat(market.read("AAPL", ALL, SampleBars.LAST, SampleBars.FIRST).size()).isZero();
    }
  }

  @Test
  void countsWhatWasSetAsideOrMended() throws Exception {
    try (Market market = open(Adjust.AUTO)) {
      for (String symbol : SampleBars.SYMBOLS) {
        List<StoredBar> rows = SampleBars.rowsOf("AAPL");
        List<Finding> findings = market.read(symbol, ALL, BEGIN, END).findings();
        Map<String, Long> counts =
            findings.stream().collect(Collectors.toMap(Finding::rule, Finding::rows));
        assertThat(counts)
            .isEqualTo(
                Map.of(
                    "missing_open", 2L,
                    "high_low_filled", 2L,
                    "missing_close", 2L,
                    "missing_adjusted_close", 1L,
                    "duplicate_day", 1L));
        for (Finding finding : findings) {
          assertThat(finding.symbol()).isEqualTo(symbol);
          assertThat(finding.detail()).contains(folder.toString()).doesNotContain("\n");
          int row =
              switch (finding.rule()) {
                case "missing_open" -> 10;
                case "high_low_filled" -> 11;
                case "missing_close" -> 300;
                case "missing_adjusted_close" -> 302;
                default -> 400;
              };
          assertThat(finding.date()).contains(rows.get(row).date());
        }
      }
    }
  }

  @Test
  void coversWhatItReads() throws Exception {
    try (Market market = open(Adjust.NONE)) {
      for (String symbol : SampleBars.SYMBOLS) {
        Coverage coverage = market.coverage(symbol);
        assertThat(coverage.symbol()).isEqualTo(symbol);
        assertThat(coverage.first()).isEqualTo(SampleBars.FIRST);
        assertThat(coverage.last()).isEqualTo(SampleBars.LAST);
        assertThat(coverage.barsByYear().keySet()).containsExactly(2019, 2020, 2021);
        assertThat(coverage.bytesPerColumn()).isBetween(500L, 100_000L);
        coverage.barsByYear().forEach((year, bars) -> assertBound(market, symbol, year, bars));
      }
    }
  }

  /** The three rows at most that are stored but are no bars may be counted. */
  private static void assertBound(Market market, String symbol, int year, int bars) {
    try {
      LocalDate from = LocalDate.ofYearDay(year, 1);
      int size = market.read(symbol, ALL, from, LocalDate.of(year, 12, 31)).size();
      assertThat(bars).isBetween(size, size + 3);
    } catch (MarketException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void refusesASymbolThatIsNotThere() throws Exception {
    try (Market market = open(Adjust.AUTO)) {
      for (String symbol :
          List.of("NOPE", "", "../../x", "../secret", "AAPL.parquet", "aapl' OR '1'='1", "/etc")) {
        assertThatThrownBy(() -> market.read(symbol, ALL, BEGIN, END))
            .isInstanceOf(MarketException.class)
            .hasMessageContaining("no symbol " + symbol);
        assertThatThrownBy(() -> market.coverage(symbol)).isInstanceOf(MarketException.class);
      }
    }
  }

  @Test
  void servesSeveralThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Market market = open(Adjust.AUTO)) {
      List<Callable<BarSlice>> reads = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String symbol = SampleBars.SYMBOLS.get(i % SampleBars.SYMBOLS.size());
        reads.add(() -> market.read(symbol, ALL, BEGIN, END));
      }
      for (Future<BarSlice> read : threads.invokeAll(reads)) {
        BarSlice slice = read.get();
        NaiveBars.of(SampleBars.rowsOf(slice.symbol()), Adjust.AUTO).assertSame(slice);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void leavesTheDiskAsItWas() throws Exception {
    List<String> before = tree();
    try (Market market = open(Adjust.AUTO)) {
      market.symbols();
      market.coverage("AAPL");
      market.read("AAPL", ALL, BEGIN, END);
      assertThat(tree()).isEqualTo(before);
    }
    assertThat(tree()).isEqualTo(before);
  }

  private List<String> tree() throws IOException {
    List<String> entries = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted().toList()) {
        entries.add(path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
    }
    return entries;
  }
}
