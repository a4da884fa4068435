package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightshift.io.research.PairRow;
import nightshift.io.research.UnitRows;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.BuyAndHold;
import nightshift.transforms.backtest.Detail;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;
import nightshift.transforms.walkforward.Fold;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Runs the best candidates of each unit on the test days, which no search has seen, and makes the
 * rows that the unit leaves in the research database.
 */
public final class ValidateChampions
    extends PTransform<PCollection<EvolvedUnit>, PCollection<UnitRows>> {
  private final MarketSource source;
  private final Search search;

  public ValidateChampions(MarketSource source, Search search) {
    this.source = source;
    this.search = search;
  }

  @Override
  public PCollection<UnitRows> expand(PCollection<EvolvedUnit> evolved) {
    return evolved.apply("Validate", ParDo.of(new Validate(source, search)));
  }

  private static final class Validate extends DoFn<EvolvedUnit, UnitRows> {
    private final MarketSource source;
    private final Search search;

    Validate(MarketSource source, Search search) {
      this.source = source;
      this.search = search;
    }

    @ProcessElement
    public void validate(@Element EvolvedUnit evolved, OutputReceiver<UnitRows> out)
        throws InterruptedException {
      if (evolved.isFailed()) {
        out.output(failed(evolved, evolved.cause()));
        return;
      }
      Unit unit = evolved.unit();
      Optional<UnitRows> rows =
          UnitWork.of(unit, source, search)
              .run(
                  loaded -> validate(evolved, loaded.panel()),
                  failure -> failed(evolved, "validation: " + Failures.describe(unit, failure)));
      rows.ifPresent(out::output);
    }

    private UnitRows validate(EvolvedUnit evolved, Panel panel) {
      return Stage.VALIDATING.time(
          () -> Workbenches.ofThisProcess().with(bench -> validate(evolved, panel, bench)));
    }

    private UnitRows validate(EvolvedUnit evolved, Panel panel, Workbench bench) {
      Fold fold = evolved.unit().fold().fold();
      Strategy strategy = Strategies.named(evolved.unit().strategy());
      Window window = panel.window(fold.testFrom(), fold.testTo());
      List<Values> candidates =
          evolved.best().stream()
              .map(best -> new Values(strategy.parameters(), best.indices()))
              .toList();
      Detail buyAndHold =
          Stage.KERNELS.time(() -> BuyAndHold.over(panel, window, search.costs(), bench));
      Backtest test = new Backtest(panel, window, strategy, search.costs(), bench);
      Comparison comparison =
          Stage.KERNELS.time(() -> Comparison.of(test, buyAndHold, strategy, candidates, search));
      List<UnitRows.Fitness> fitness = new ArrayList<>();
      List<UnitRows.SymbolFitness> symbols = new ArrayList<>();
      FrontRows front = new FrontRows(evolved.front(), search);
      List<UnitRows.DailyReturns> daily = new ArrayList<>();
      List<PairRow> pairs = new ArrayList<>();
      for (int i = 0; i < candidates.size(); i++) {
        Values values = candidates.get(i);
        // What each symbol and each day brought is kept of the best alone.
        boolean isBest = fitness.isEmpty();
        Detail unseen =
            Stage.KERNELS.time(
                () -> isBest ? test.detail(values) : test.summaries(List.of(values)).get(0));
        symbols.addAll(bySymbol(values, unseen));
        fitness.add(row(fold, values, evolved, i, comparison, unseen));
        front.validate(values, unseen);
        if (isBest) {
          daily.add(daily(strategy.name(), values.toJson(), panel, window, unseen));
          pairs.addAll(PairRows.of(test.pairs(values), values.toJson(), panel));
        }
      }
      if (evolved.unit().island() == 0) {
        daily.add(daily(BuyAndHold.NAME, "{}", panel, window, buyAndHold));
      }
      return new UnitRows(
          ledgerEntry(evolved, ""),
          fitness,
          evolved.generations(),
          evolved.trials(),
          front.rows(),
          symbols,
          daily,
          comparison.baselines(),
          pairs,
          evolved.setAside());
    }

    private static UnitRows.DailyReturns daily(
        String strategy, String params, Panel panel, Window window, Detail unseen) {
      int[] days =
          IntStream.range(window.from(), window.to())
              .map(day -> Math.toIntExact(panel.dateOf(day).toEpochDay()))
              .toArray();
      return new UnitRows.DailyReturns(strategy, params, days, unseen.returns());
    }

    private UnitRows.Fitness row(
        Fold fold,
        Values values,
        EvolvedUnit evolved,
        int place,
        Comparison comparison,
        Detail unseen) {
      EvolvedUnit.Best best = evolved.best().get(place);
      Metrics oos = unseen.metrics(search.riskFree());
      return new UnitRows.Fitness(
          fold.trainFrom().toString(),
          fold.trainTo().toString(),
          fold.testFrom().toString(),
          fold.testTo().toString(),
          values.toJson(),
          best.objective(),
          best.sharpe(),
          best.trades(),
          best.shape(),
          comparison.row(place, unseen, oos),
          oos.psr(),
          evolved.pbo());
    }

    private static List<UnitRows.SymbolFitness> bySymbol(Values values, Detail unseen) {
      String params = values.toJson();
      return unseen.symbols().stream()
          .map(
              symbol ->
                  new UnitRows.SymbolFitness(
                      params,
                      symbol.symbol(),
                      symbol.totalReturn(),
                      symbol.sharpe(),
                      symbol.trades()))
          .toList();
    }

    private UnitRows failed(EvolvedUnit evolved, String cause) {
      return new UnitRows(
          ledgerEntry(evolved, cause),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          evolved.setAside());
    }

    private UnitRows.Unit ledgerEntry(EvolvedUnit evolved, String cause) {
      Unit unit = evolved.unit();
      return new UnitRows.Unit(
          search.runId(),
          search.market(),
          unit.strategy(),
          unit.fold().fold().year(),
          unit.island(),
          evolved.symbols(),
          evolved.generations().size(),
          evolved.trials().size(),
          evolved.barsEvaluated(),
          cause);
    }
  }
}
