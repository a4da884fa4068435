package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nightshift.io.load.MarketWriter;
import nightshift.io.load.SymbolBars;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last months are seen by nothing but the champions, once. */
class HoldoutTest {
  private static final LocalDate FIRST = LocalDate.of(2012, 1, 2);
  private static final LocalDate LAST = LocalDate.of(2017, 12, 29);

  /** Six months before the last day, which leaves of 2017 a stub that 2016 takes. */
  private static final LocalDate HELD_FROM = LocalDate.of(2017, 6, 30);

  private static final int SYMBOLS = 6;

  @TempDir Path folder;

  private final List<SymbolBars> bars = new ArrayList<>();

  private static SymbolBars walk(String symbol, long seed, long seedOfHoldout) {
    int[] days =
        FIRST
            .datesUntil(LAST.plusDays(1))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .mapToInt(day -> (int) day.toEpochDay())
            .toArray();
    double[] open = new double[days.length];
    double[] close = new double[days.length];
    double[] high = new double[days.length];
    double[] low = new double[days.length];
    SplittableRandom random = new SplittableRandom(seed);
    double price = 100;
    for (int i = 0; i < days.length; i++) {
      if (days[i] == HELD_FROM.toEpochDay()) {
        random = new SplittableRandom(seedOfHoldout);
      }
      open[i] = price * (1 + 0.02 * (random.nextDouble() - 0.5));
      close[i] = open[i] * (1 + 0.04 * (random.nextDouble() - 0.49));
      high[i] = Math.max(open[i], close[i]) * 1.004;
      low[i] = Math.min(open[i], close[i]) * 0.996;
      price = close[i];
    }
    double[] volume = new double[days.length];
    Arrays.fill(volume, 1000);
    return new SymbolBars(symbol, days, open, high, low, close, volume, null);
  }

  /** A market of random walks, all of the same name. */
  private Path market(String where, long seedOfHoldout) throws Exception {
    Path market = Files.createDirectories(folder.resolve(where)).resolve("market");
    bars.clear();
    try (MarketWriter writer = MarketWriter.to(market)) {
      for (int i = 0; i < SYMBOLS; i++) {
        bars.add(walk("S" + i, i, seedOfHoldout + i));
        writer.write(bars.get(i));
      }
      writer.commit();
    }
    return market;
  }

  private Cli run(String name, Path market, String... more) {
    String[] options = Arrays.copyOf(more, more.length + 3);
    options[more.length] = "--maxYears=5";
    options[more.length + 1] = "--islands=2";
    options[more.length + 2] = "--minTrades=2";
    Cli run = Cli.run(market, database(name), options);
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  private Path database(String name) {
    return folder.resolve(name + ".db");
  }

  @BeforeEach
  void neverUseWhatAnotherTestRead() {
    bars.clear();
  }

  @Test
  void whatIsHeldOutChangesNothingElse() throws Exception {
    Cli run = run("one", market("a", 1000), "--holdout=6");
    run("other", market("b", 2000), "--holdout=6");
    assertThat(run.out())
        .contains("holdout   2017-06-30 to 2017-12-29, for the champions alone")
        .contains("  holdout  ");
    assertThat(Dump.results(database("one")))
        .hasSizeGreaterThan(100)
        .isEqualTo(Dump.results(database("other")));
    String held = "SELECT strategy, fold, params, hold_from, hold_to FROM holdout ORDER BY 1";
    assertThat(Dump.query(database("one"), held))
        .isNotEmpty()
        .isEqualTo(Dump.query(database("other"), held))
        .isEqualTo(
            Dump.query(
                database("one"),
                "SELECT strategy, fold, params, '2017-06-30', '2017-12-29' FROM champions"
                    + " ORDER BY 1"));
    String figures = "SELECT sharpe, buy_and_hold_sharpe FROM holdout ORDER BY strategy";
    assertThat(Dump.query(database("one"), figures))
        .doesNotContainAnyElementsOf(Dump.query(database("other"), figures));
  }

  @Test
  void theRestIsWhatARunTheDayBeforeWouldFind() throws Exception {
    Path market = market("a", 1000);
    run("held", market, "--holdout=6", "--walkForward=anchored");
    run("before", market, "--asOf=2017-06-29", "--walkForward=anchored");
    String found =
        """
        SELECT strategy, fold, island, rank, params, train_from, train_to, test_from, test_to,
          is_sharpe, oos_sharpe, oos_alpha, oos_sharpe_2x, psr FROM fitness
        ORDER BY 1, 2, 3, 4, 5""";
    assertThat(Dump.query(database("held"), found))
        .isNotEmpty()
        .isEqualTo(Dump.query(database("before"), found));
    assertThat(Dump.query(database("held"), "SELECT DISTINCT fold, train_from FROM fitness"))
        .as("both begin with the first year; the last takes the stub of 2017")
        .containsExactlyInAnyOrder("2015|2012-01-02", "2016|2012-01-02");
    assertThat(Dump.query(database("before"), "SELECT * FROM holdout")).isEmpty();
  }

  @Test
  void buyAndHoldIsThatOfTheHeldOutDays() throws Exception {
    run("one", market("a", 1000), "--holdout=6", "--strategies=sma_cross");
    int from = Arrays.binarySearch(bars.get(0).days(), (int) HELD_FROM.toEpochDay());
    int last = bars.get(0).size() - 1;
    double capital = 1;
    for (int day = from; day <= last; day++) {
      double sum = 0;
      for (SymbolBars symbol : bars) {
        // Bought at the first open and sold at the last close, for 10 basis points each.
        double before = day == from ? symbol.open()[day] : symbol.close()[day - 1];
        double moved = symbol.close()[day] / before - (day == from ? 0.001 : 0);
        sum += moved * (day == last ? 0.999 : 1) - 1;
      }
      capital *= 1 + sum / SYMBOLS;
    }
    String stored =
        Dump.query(database("one"), "SELECT buy_and_hold_total_return FROM holdout").get(0);
    assertThat(Double.parseDouble(stored)).isCloseTo(capital - 1, within(1e-9));
  }

  @Test
  void tooLongAHoldoutIsRefused() throws Exception {
    Cli refused = Cli.run(market("a", 1000), database("none"), "--holdout=70");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("(--holdout=70); at least half a year is needed");
  }
}
