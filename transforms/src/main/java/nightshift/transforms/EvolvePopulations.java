package nightshift.transforms;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightshift.io.research.UnitRows;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.evolve.Candidate;
import nightshift.transforms.evolve.Evolution;
import nightshift.transforms.evolve.Evolved;
import nightshift.transforms.evolve.Ladder;
import nightshift.transforms.evolve.Problem;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.Moments;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on whole units: leases the fold's panel, evolves the population on the training days, and
 * emits the few candidates that are worth being validated. A unit that fails is emitted with its
 * cause; the others go on. One that is dropped, as the process is to stop, is not emitted.
 */
public final class EvolvePopulations
    extends PTransform<PCollection<Unit>, PCollection<EvolvedUnit>> {
  private static final Logger LOG = LoggerFactory.getLogger(EvolvePopulations.class);

  private final MarketSource source;
  private final Search search;

  public EvolvePopulations(MarketSource source, Search search) {
    this.source = source;
    this.search = search;
  }

  @Override
  public PCollection<EvolvedUnit> expand(PCollection<Unit> units) {
    return units.apply("Evolve", ParDo.of(new Evolve(source, search)));
  }

  private static final class Evolve extends DoFn<Unit, EvolvedUnit> {
    private final MarketSource source;
    private final Search search;

    Evolve(MarketSource source, Search search) {
      this.source = source;
      this.search = search;
    }

    @ProcessElement
    public void work(@Element Unit unit, OutputReceiver<EvolvedUnit> out)
        throws InterruptedException {
      LOG.info("begins {}", unit);
      Optional<EvolvedUnit> evolved =
          UnitWork.of(unit, source, search)
              .run(
                  loaded -> evolve(unit, loaded),
                  failure ->
                      EvolvedUnit.failed(
                          unit,
                          MarketRefusedException.findings(failure),
                          Failures.describe(unit, failure)));
      evolved.ifPresent(
          one -> {
            Counters.counter(Counters.EVALUATIONS).inc(one.trials().size());
            Counters.counter(Counters.BARS_EVALUATED).inc(one.barsEvaluated());
            out.output(one);
          });
    }

    private EvolvedUnit evolve(Unit unit, PanelLoader.Loaded loaded) {
      Tried tried = new Tried(search.riskFree());
      EvolvedUnit evolved =
          Stage.EVOLVING.time(
              () -> Workbenches.ofThisProcess().with(bench -> evolve(unit, loaded, bench, tried)));
      return evolved.withPbo(Stage.JUDGING.time(tried::pbo));
    }

    private EvolvedUnit evolve(Unit unit, PanelLoader.Loaded loaded, Workbench bench, Tried tried) {
      Panel panel = loaded.panel();
      Strategy strategy = Strategies.named(unit.strategy());
      Backtest backtest =
          new Backtest(
              panel,
              panel.window(unit.fold().fold().trainFrom(), unit.fold().fold().trainTo()),
              strategy,
              search.costs(),
              bench);
      TrainingLadder ladder =
          new TrainingLadder(
              backtest,
              panel,
              panel.window(unit.fold().fold().trainFrom(), unit.fold().fold().trainTo()),
              strategy,
              search.costs(),
              search.aims(),
              search.evolution().method().climbs()
                  ? new Workbench(0, UnitThreads::isBrokenOff)
                  : null,
              (inFull, candidates, batch) -> {
                if (inFull) {
                  tried.add(candidates, batch);
                } else {
                  tried.screen(candidates, batch);
                }
              });
      Evolved evolved = evolved(unit, strategy, ladder);
      long barsEvaluated = ladder.barsEvaluated();
      return new EvolvedUnit(
          unit,
          best(evolved.best(search.champions()), backtest),
          generations(evolved),
          trials(evolved, tried),
          FrontRows.of(evolved, search.aims()),
          panel.size(),
          barsEvaluated,
          Double.NaN,
          loaded.setAside(),
          "");
    }

    private Evolved evolved(Unit unit, Strategy strategy, TrainingLadder ladder) {
      Ladder timed = new TimedLadder(ladder);
      long seed = unit.seed(search.seed());
      Problem problem =
          new Problem(
              strategy.parameters(),
              strategy::canonical,
              timed,
              unit.seeds(search.warmStart()).stream()
                  .map(params -> Values.ofJson(strategy.parameters(), params))
                  .toList());
      return search.aims().several()
          ? Evolution.searchFront(problem, search.evolution(), seed)
          : search.evolution().method().optimiser().search(problem, search.evolution(), seed);
    }

    /** The best, run once more for what the objective alone does not say. */
    private List<EvolvedUnit.Best> best(List<Candidate> best, Backtest backtest) {
      List<Values> values = best.stream().map(Candidate::values).toList();
      Batch batch = Stage.KERNELS.time(() -> backtest.search(values));
      return IntStream.range(0, best.size())
          .mapToObj(
              i ->
                  new EvolvedUnit.Best(
                      best.get(i).values().indices(),
                      objective(best.get(i)),
                      Metrics.sharpe(batch.returns(i), search.riskFree()),
                      batch.trades(i),
                      shape(Moments.of(batch.returns(i)))))
          .toList();
    }

    private static UnitRows.Shape shape(Moments moments) {
      return new UnitRows.Shape(moments.n(), moments.skew(), moments.kurtosis());
    }

    private static List<UnitRows.Generation> generations(Evolved evolved) {
      return evolved.generations().stream()
          .map(
              g ->
                  new UnitRows.Generation(
                      g.generation(),
                      g.evaluated(),
                      g.qualified(),
                      g.distinct(),
                      g.best(),
                      g.mean(),
                      g.sd(),
                      g.front()))
          .toList();
    }

    private static List<UnitRows.Trial> trials(Evolved evolved, Tried tried) {
      Stream<UnitRows.Trial> inFull =
          evolved.candidates().stream()
              .map(
                  candidate ->
                      new UnitRows.Trial(
                          candidate.values().toJson(),
                          objective(candidate),
                          tried.sharpe(candidate.values())));
      Stream<UnitRows.Trial> screened =
          evolved.screened().stream()
              .map(values -> UnitRows.Trial.screened(values.toJson(), tried.screenSharpe(values)));
      return Stream.concat(inFull, screened).toList();
    }

    private static double objective(Candidate candidate) {
      return candidate.score().qualified() ? candidate.score().value() : Double.NaN;
    }
  }
}
