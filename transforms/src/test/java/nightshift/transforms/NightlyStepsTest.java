package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nightshift.io.market.Adjust;
import nightshift.io.market.Column;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;
import nightshift.io.research.UnitRows;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.BuyAndHold;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.backtest.Detail;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.AlphaBeta;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;
import nightshift.transforms.walkforward.Fold;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the pipeline on the DirectRunner with all its checks on. */
class NightlyStepsTest {
  private static final LocalDate FIRST = LocalDate.of(1967, 1, 2);
  private static final LocalDate LAST = LocalDate.of(1971, 12, 31);
  private static final Fold TEST_1970 =
      Searches.fold(1970, "1969-01-01", "1969-12-24", "1970-12-31");
  private static final Fold TEST_1971 =
      Searches.fold(1971, "1970-01-01", "1970-12-24", "1971-12-31");

  @TempDir static Path folder;

  @RegisterExtension
  final TestPipelineExtension pipeline = TestPipelineExtension.fromOptions(checked());

  private MarketSource source;

  private static DirectOptions checked() {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setTargetParallelism(2);
    options.setEnforceImmutability(true);
    options.setEnforceEncodability(true);
    return options;
  }

  @BeforeEach
  void openMarket() throws MarketException {
    Path market = folder.resolve("market");
    if (!Files.exists(market)) {
      MadeUpMarket.write(market, 12, FIRST, LAST);
    }
    source = new MarketSource(market.toString(), Adjust.AUTO);
  }

  @AfterEach
  void closeMarket() {
    Panels.ofThisProcess().releaseUnused();
    source.close();
  }

  private static SymbolSelection first(int max, String... include) {
    return new SymbolSelection(List.of(include), List.of(), max);
  }

  @Test
  void selectsWhatThePlanSelects(TestPipeline p) throws MarketException {
    SymbolSelection five = first(5);
    PCollection<String> selected = p.apply(new ListSymbols(source)).apply(new SelectSymbols(five));
    List<String> planned = five.select(source.market().symbols());
    PAssert.that(selected).containsInAnyOrder(planned);
    p.run();
    assertThat(planned).hasSize(5);
    assertThat(source.filesOpened()).isZero();
  }

  @Test
  void takesAllWithoutALimit(TestPipeline p) {
    PCollection<String> selected =
        p.apply(new ListSymbols(source)).apply(new SelectSymbols(first(Integer.MAX_VALUE, "S0?")));
    PAssert.that(selected)
        .containsInAnyOrder(IntStream.range(0, 10).mapToObj(i -> "S0" + i).toList());
    p.run();
  }

  @Test
  void listsTheYearsOfASymbolAndSetsBrokenOnesAside(TestPipeline p) throws IOException {
    Path broken = folder.resolve("broken");
    MadeUpMarket.write(broken, 3, FIRST, LAST);
    Files.writeString(broken.resolve("S01.parquet"), "no parquet");
    source = new MarketSource(broken.toString(), Adjust.AUTO);
    PCollectionTuple slices =
        p.apply(new ListSymbols(source))
            .apply(new SelectSymbols(first(2, "S01", "S02")))
            .apply(new ListSlices(source));
    PAssert.that(slices.get(ListSlices.SLICES))
        .satisfies(
            found -> {
              assertThat(found).extracting(YearSlice::symbol).containsOnly("S02");
              assertThat(found)
                  .extracting(YearSlice::year)
                  .containsExactlyInAnyOrder(1967, 1968, 1969, 1970, 1971);
              assertThat(found).allMatch(slice -> slice.bars() >= 260);
              return null;
            });
    PAssert.that(slices.get(ListSlices.SET_ASIDE))
        .satisfies(
            rows -> {
              assertThat(rows)
                  .singleElement()
                  .extracting(QuarantineRow::symbol, QuarantineRow::rule)
                  .containsExactly("S01", "unreadable");
              return null;
            });
    p.run();
  }

  private PCollection<Unit> units(TestPipeline p, Search search) {
    return p.apply(new ListSymbols(source))
        .apply(new SelectSymbols(first(4)))
        .apply(new ListSlices(source))
        .get(ListSlices.SLICES)
        .apply(new WindowByYear())
        .apply(new FanOutBacktests(List.of(TEST_1970, TEST_1971), search));
  }

  @Test
  void fansOutEveryUnitThatThePlanHasAndDropsNothing(TestPipeline p) throws MarketException {
    Search search = Searches.search(List.of("sma_cross", "rsi_reversal"), 3, 250);
    PCollection<Unit> units = units(p, search);
    List<YearSlice> slices = new ArrayList<>();
    for (String symbol : first(4).select(source.market().symbols())) {
      source
          .market()
          .coverage(symbol)
          .barsByYear()
          .forEach((year, bars) -> slices.add(new YearSlice(symbol, year, bars)));
    }
    UnitPlan plan = UnitPlan.of(List.of(TEST_1970, TEST_1971), slices, search);
    PAssert.that(units)
        .containsInAnyOrder(IntStream.range(0, plan.size()).mapToObj(plan::get).toList());
    PipelineResult result = p.run();
    assertThat(plan.size()).isEqualTo(12);
    assertThat(plan.get(0).fold().symbols()).hasSize(4);
    assertThat(counters(result, "droppedDueToLateness")).isZero();
  }

  private static long counters(PipelineResult result, String name) {
    return StreamSupport.stream(
            result
                .metrics()
                .queryMetrics(MetricsFilter.builder().build())
                .getCounters()
                .spliterator(),
            false)
        .filter(counter -> counter.getName().getName().equalsIgnoreCase(name))
        .mapToLong(counter -> counter.getAttempted())
        .sum();
  }

  @Test
  void evolvesAndValidatesAllEightStrategies(TestPipeline p) {
    List<String> names = Strategies.all().stream().map(Strategy::name).toList();
    Search search = Searches.search(names, 1, 504);
    PCollection<UnitRows> rows =
        units(p, search)
            .apply(new EvolvePopulations(source, search))
            .apply(new ValidateChampions(source, search));
    PAssert.that(rows)
        .satisfies(
            found -> {
              List<UnitRows> all =
                  StreamSupport.stream(found.spliterator(), false).collect(Collectors.toList());
              assertThat(all).hasSize(16);
              assertThat(all).allMatch(unit -> unit.unit().cause().isEmpty());
              assertThat(all)
                  .allSatisfy(
                      unit -> {
                        assertThat(unit.fitness()).hasSize(2);
                        assertThat(unit.symbols()).hasSize(4);
                        assertThat(unit.generations()).hasSizeBetween(1, 3);
                        assertThat(unit.trials())
                            .hasSize((int) unit.unit().evaluations())
                            .extracting(UnitRows.Trial::params)
                            .doesNotHaveDuplicates();
                      });
              return null;
            });
    PipelineResult result = p.run();
    assertThat(counters(result, Counters.EVALUATIONS)).isGreaterThan(16 * 6);
    assertThat(source.filesOpened()).isEqualTo(4);
  }

  /** The market as it was written, put side by side without the loader. */
  private static Panel panel() {
    int first = (int) FIRST.toEpochDay();
    int[] calendar = MadeUpMarket.bars("S00", 0, FIRST, LAST).days();
    List<SymbolBars> symbols = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      nightshift.io.load.SymbolBars bars =
          MadeUpMarket.bars(String.format("S%02d", i), i, FIRST, LAST);
      symbols.add(
          new SymbolBars(
              bars.symbol(),
              IntStream.range(0, calendar.length).toArray(),
              Map.of(Column.OPEN, bars.open(), Column.CLOSE, bars.close())));
    }
    assertThat(calendar[0]).isEqualTo(first);
    return new Panel(calendar, symbols);
  }

  @Test
  void searchesTheTrainingDaysAndValidatesOnTheTestDays(TestPipeline p) {
    Search search = Searches.search(List.of("sma_cross"), 1, 600);
    FoldSymbols all =
        new FoldSymbols(
            TEST_1970, panel().symbols().stream().map(SymbolBars::symbol).toList(), 12 * 1044);
    PCollection<UnitRows> rows =
        p.apply(Create.of(new Unit(all, "sma_cross", 0)))
            .apply(new EvolvePopulations(source, search))
            .apply(new ValidateChampions(source, search));
    PAssert.thatSingleton(rows)
        .satisfies(
            unit -> {
              Panel panel = panel();
              Strategy strategy = Strategies.named("sma_cross");
              UnitRows.Fitness best = unit.fitness().get(0);
              Values values = valuesOf(best.params(), strategy);
              Metrics seen = metrics(panel, strategy, values, "1969-01-01", "1969-12-24");
              Metrics unseen = metrics(panel, strategy, values, "1970-01-01", "1970-12-31");
              assertThat(best.objective()).isCloseTo(seen.sharpe(), within(1e-9));
              assertThat(best.isSharpe()).isCloseTo(seen.sharpe(), within(1e-9));
              assertThat(best.isTrades()).isEqualTo(seen.trades().trades());
              assertThat(best.oos().sharpe()).isCloseTo(unseen.sharpe(), within(1e-9));
              assertThat(best.oos().maxDrawdown()).isCloseTo(unseen.maxDrawdown(), within(1e-9));
              assertThat(best.oos().trades()).isEqualTo(unseen.trades().trades());
              assertThat(best.psr()).isCloseTo(unseen.psr(), within(1e-9));
              assertCompared(unit, panel, strategy, values);
              return null;
            });
    p.run();
  }

  /** What stands beside the best of a unit, each made by itself. */
  private static void assertCompared(UnitRows unit, Panel panel, Strategy strategy, Values values) {
    UnitRows.OutOfSample oos = unit.fitness().get(0).oos();
    Window days = panel.window(LocalDate.parse("1970-01-01"), LocalDate.parse("1970-12-31"));
    Detail own = new Backtest(panel, days, strategy, Costs.DEFAULT).detail(values);
    Detail held = BuyAndHold.over(panel, days, Costs.DEFAULT, new Workbench());
    AlphaBeta line = AlphaBeta.of(own.returns(), held.returns(), 0);
    assertThat(oos.further().alpha()).isCloseTo(line.alpha(), within(1e-9));
    assertThat(oos.further().beta()).isCloseTo(line.beta(), within(1e-9));
    assertThat(oos.further().expectancy())
        .isCloseTo(own.metrics(0).trades().expectancy(), within(1e-9));
    assertThat(oos.withoutCosts().sharpe())
        .isCloseTo(at(new Costs(0, 0), panel, days, strategy, values).sharpe(), within(1e-9));
    assertThat(oos.twiceTheCosts().totalReturn())
        .isCloseTo(
            at(new Costs(10, 10), panel, days, strategy, values).totalReturn(), within(1e-9));
    assertThat(oos.withoutCosts().totalReturn()).isGreaterThan(oos.totalReturn());
    assertThat(oos.twiceTheCosts().totalReturn()).isLessThan(oos.totalReturn());
    Values textbook = Values.nearest(strategy.parameters(), strategy.textbook());
    assertThat(unit.baselines())
        .extracting(UnitRows.Baseline::kind, UnitRows.Baseline::params)
        .containsExactly(tuple("buy_and_hold", "{}"), tuple("textbook", textbook.toJson()));
    assertThat(unit.baselines().get(0).figures().sharpe())
        .isCloseTo(held.metrics(0).sharpe(), within(1e-9));
    assertThat(unit.baselines().get(1).figures().totalReturn())
        .isCloseTo(at(Costs.DEFAULT, panel, days, strategy, textbook).totalReturn(), within(1e-9));
  }

  private static Metrics at(
      Costs costs, Panel panel, Window days, Strategy strategy, Values values) {
    return new Backtest(panel, days, strategy, costs).detail(values).metrics(0);
  }

  private static Values valuesOf(String params, Strategy strategy) {
    for (Values values : everyChoice(strategy)) {
      if (values.toJson().equals(params)) {
        return values;
      }
    }
    throw new AssertionError(params);
  }

  private static List<Values> everyChoice(Strategy strategy) {
    List<Parameter> parameters = strategy.parameters();
    List<Values> choices = new ArrayList<>();
    for (int a = 0; a < parameters.get(0).size(); a++) {
      for (int b = 0; b < parameters.get(1).size(); b++) {
        for (int c = 0; c < parameters.get(2).size(); c++) {
          choices.add(new Values(parameters, a, b, c));
        }
      }
    }
    return choices;
  }

  private static Metrics metrics(
      Panel panel, Strategy strategy, Values values, String from, String to) {
    return new Backtest(
            panel,
            panel.window(LocalDate.parse(from), LocalDate.parse(to)),
            strategy,
            Costs.DEFAULT)
        .detail(values)
        .metrics(0);
  }

  @Test
  void aUnitThatFailsSaysWhyAndTheOthersGoOn(TestPipeline p) {
    Search search = Searches.search(List.of("sma_cross"), 1, 250);
    FoldSymbols good = new FoldSymbols(TEST_1970, List.of("S00", "S01"), 2000);
    FoldSymbols gone = new FoldSymbols(TEST_1971, List.of("NOBODY"), 2000);
    PCollection<UnitRows> rows =
        p.apply(
                Create.of(
                    new Unit(good, "sma_cross", 0),
                    new Unit(good, "no_such_strategy", 0),
                    new Unit(gone, "sma_cross", 0)))
            .apply(new EvolvePopulations(source, search))
            .apply(new ValidateChampions(source, search));
    PAssert.that(rows)
        .satisfies(
            found -> {
              assertThat(found)
                  .extracting(unit -> unit.unit().cause())
                  .hasSize(3)
                  .anyMatch(String::isEmpty)
                  .anyMatch(cause -> cause.contains("no_such_strategy"))
                  .anyMatch(cause -> cause.contains("NOBODY"));
              return null;
            });
    p.run();
  }
}
