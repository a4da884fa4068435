package nightshift.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightshift.io.research.UnitRows;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.evolve.Candidate;
import nightshift.transforms.evolve.Evolution;
import nightshift.transforms.evolve.Evolved;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.Score;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Works on whole units: leases the fold's panel, evolves the population on the training days, and
 * emits the few candidates that are worth being validated. A unit that fails is emitted with its
 * cause; the others go on.
 */
public final class EvolvePopulations
    extends PTransform<PCollection<Unit>, PCollection<EvolvedUnit>> {
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
      PanelRequest request = new PanelRequest(source, unit.fold(), search);
      try (Panels.Lease lease =
          Panels.ofThisProcess().lease(request, unit.strategy(), PanelLoader::of)) {
        out.output(
            Stage.EVOLVING.time(
                () ->
                    Workbenches.ofThisProcess()
                        .with(bench -> evolve(unit, lease.loaded(), bench))));
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception | LinkageError | StackOverflowError e) {
        out.output(
            EvolvedUnit.failed(
                unit, MarketRefusedException.findings(e), Failures.describe(unit, e)));
      }
    }

    private EvolvedUnit evolve(Unit unit, PanelLoader.Loaded loaded, Workbench bench) {
      Panel panel = loaded.panel();
      Strategy strategy = Strategies.named(unit.strategy());
      Backtest backtest =
          new Backtest(
              panel,
              panel.window(unit.fold().fold().trainFrom(), unit.fold().fold().trainTo()),
              strategy,
              search.costs(),
              bench);
      Evolved evolved =
          Evolution.search(
              strategy.parameters(),
              strategy::canonical,
              candidates -> Stage.KERNELS.time(() -> score(backtest, candidates)),
              search.evolution(),
              unit.seed(search.seed()));
      Counters.counter(Counters.EVALUATIONS).inc(evolved.candidates().size());
      long barsEvaluated = backtest.barsEvaluated();
      Counters.counter(Counters.BARS_EVALUATED).inc(barsEvaluated);
      return new EvolvedUnit(
          unit,
          best(evolved.candidates(), backtest),
          generations(evolved),
          trials(evolved),
          panel.size(),
          barsEvaluated,
          loaded.setAside(),
          "");
    }

    private List<Score> score(Backtest backtest, List<Values> candidates) {
      Batch batch = backtest.search(candidates);
      List<Score> scores = new ArrayList<>(candidates.size());
      for (int i = 0; i < candidates.size(); i++) {
        scores.add(
            search
                .objective()
                .score(batch.returns(i), batch.trades(i), search.minTrades(), search.riskFree()));
      }
      return scores;
    }

    /** The best, run once more for what the objective alone does not say. */
    private List<EvolvedUnit.Best> best(List<Candidate> candidates, Backtest backtest) {
      List<Candidate> best = candidates.subList(0, Math.min(search.champions(), candidates.size()));
      List<Values> values = best.stream().map(Candidate::values).toList();
      Batch batch = Stage.KERNELS.time(() -> backtest.search(values));
      return IntStream.range(0, best.size())
          .mapToObj(
              i ->
                  new EvolvedUnit.Best(
                      best.get(i).values().indices(),
                      objective(best.get(i)),
                      Metrics.sharpe(batch.returns(i), search.riskFree()),
                      batch.trades(i)))
          .toList();
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
                      g.sd()))
          .toList();
    }

    private static List<UnitRows.Trial> trials(Evolved evolved) {
      return evolved.candidates().stream()
          .map(candidate -> new UnitRows.Trial(candidate.values().toJson(), objective(candidate)))
          .toList();
    }

    private static double objective(Candidate candidate) {
      return candidate.score().qualified() ? candidate.score().value() : Double.NaN;
    }
  }
}
