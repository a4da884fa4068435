package nightshift.io.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nightshift.io.load.Import;
import nightshift.io.load.ImportProgress;
import nightshift.io.market.Adjust;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Market;
import nightshift.io.market.Markets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five years of 505 real symbols, whose oddities are known by symbol and date. */
class RealPricesGateTest {
  private static final Path ARCHIVE =
      Path.of("../../shared/realdata/sp500_2013_2018.tar.xz").toAbsolutePath().normalize();

  private static final LocalDate FROM = LocalDate.of(2013, 1, 1);
  private static final LocalDate TO = LocalDate.of(2018, 12, 31);

  @TempDir static Path folder;

  private static final Set<String> FOUND = new TreeSet<>();
  private static long rows;
  private static List<String> symbols;
  private static int[] originals;
  private static final Set<String> UNFIT = new TreeSet<>();

  @BeforeAll
  static void examineAll() throws Exception {
    assumeTrue(Files.exists(ARCHIVE), () -> "real prices are not there: " + ARCHIVE);
    Path store = folder.resolve("market");
    Import.run(ARCHIVE, store, ImportProgress.NONE);
    int from = (int) FROM.toEpochDay();
    int to = (int) TO.toEpochDay();
    try (Market market = Markets.open(store.toString(), Adjust.AUTO)) {
      symbols = market.symbols();
      Copies copies = new Copies(symbols.size(), from, to);
      MarketCalendar calendar = new MarketCalendar(from, to);
      int[][] days = new int[symbols.size()][];
      for (int place = 0; place < symbols.size(); place++) {
        BarSlice slice = market.read(symbols.get(place), EnumSet.allOf(Column.class), FROM, TO);
        PriceSeries left = examine(slice);
        days[place] = left.days();
        copies.add(place, left.days(), left.close());
        calendar.add(left.days());
      }
      originals = copies.originals();
      MarketCalendar.Sessions sessions = calendar.sessions();
      for (int place = 0; place < symbols.size(); place++) {
        GateFinding unfit = sessions.judge(days[place], GateMode.REPAIR);
        if (unfit != null) {
          UNFIT.add(symbols.get(place) + " " + unfit);
        }
      }
    }
  }

  private static PriceSeries examine(BarSlice slice) {
    PriceSeries series =
        new PriceSeries(
            slice.days(),
            slice.column(Column.OPEN),
            slice.column(Column.HIGH),
            slice.column(Column.LOW),
            slice.column(Column.CLOSE),
            slice.column(Column.VOLUME));
    SymbolGate.Examined examined = SymbolGate.examine(series, 0, GateMode.REPAIR);
    assertThat(examined.setAside()).as(slice.symbol()).isFalse();
    for (GateFinding finding : examined.findings()) {
      FOUND.add(finding.rule() + " " + slice.symbol() + " " + LocalDate.ofEpochDay(finding.day()));
      rows += finding.rows();
    }
    return examined.bars();
  }

  private static List<String> found(String rule) {
    return FOUND.stream()
        .filter(finding -> finding.startsWith(rule + " "))
        .map(finding -> finding.substring(rule.length() + 1))
        .toList();
  }

  @Test
  void everyEmptyOpenIsFound() {
    assertThat(found("missing_open"))
        .containsExactly(
            "BHF 2017-07-26",
            "DHR 2015-07-17",
            "DHR 2016-01-12",
            "ES 2015-07-17",
            "FTV 2016-07-01",
            "O 2015-07-17",
            "O 2016-01-12",
            "REGN 2015-06-09",
            "UA 2016-04-07",
            "VRTX 2015-05-12",
            "WRK 2015-06-26");
  }

  @Test
  void everyBarOutOfItsBracketIsFound() {
    assertThat(found("not_bracketed"))
        .containsExactly(
            "AOS 2014-05-19",
            "BBY 2016-03-14",
            "CHD 2014-05-19",
            "CHK 2014-06-30",
            "DHR 2014-11-06",
            "IP 2014-07-01",
            "LNT 2016-05-19",
            "O 2014-08-27",
            "O 2014-11-06",
            "SPG 2014-05-28",
            "UA 2016-06-10",
            "WRK 2016-05-13");
  }

  @Test
  void badPrintsAreFound() {
    assertThat(found("price_spike"))
        .containsExactly("FLR 2017-09-14", "LNT 2016-05-19", "MRO 2017-09-14", "NWL 2017-09-14");
    assertThat(found("open_spike")).containsExactly("CHD 2014-05-19");
    assertThat(found("high_low_spike")).containsExactly("XL 2015-08-24");
  }

  @Test
  void splitsAndSpinOffsAreFound() {
    assertThat(found("unadjusted_split"))
        .containsExactly("ARNC 2016-11-01", "DISCA 2014-08-07", "DISCK 2014-08-07");
    assertThat(found("level_shift"))
        .containsExactly("BAX 2015-07-01", "EBAY 2015-07-20", "NI 2015-07-02");
  }

  /** Chips, drugs and pipelines: they were traded at these prices. */
  @Test
  void whatHappenedIsKept() {
    assertThat(found("price_jump"))
        .containsExactly(
            "AMD 2016-04-22",
            "EVHC 2017-11-01",
            "VRTX 2013-04-19",
            "VRTX 2014-06-24",
            "WMB 2016-02-08");
  }

  /** Of 619,040 bars: far below one in a hundred. */
  @Test
  void nothingElseIsFound() {
    assertThat(rows).isEqualTo(40);
    assertThat(FOUND).hasSize(40);
  }

  @Test
  void noSymbolIsACopyAndAllTradeTogether() {
    for (int place = 0; place < originals.length; place++) {
      assertThat(symbols.get(originals[place])).isEqualTo(symbols.get(place));
    }
    assertThat(UNFIT).isEmpty();
  }
}
