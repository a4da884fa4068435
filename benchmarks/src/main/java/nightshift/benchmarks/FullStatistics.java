package nightshift.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nightshift.benchmarks.plain.PlainStatistics;
import nightshift.benchmarks.plain.R;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.stats.Aims;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.Objective;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Values;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.DoubleNum;

/**
 * Moving averages that cross, with full statistics of each candidate: the yardstick R, Nightshift,
 * and ta4j.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 5,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 2, time = 1)
public class FullStatistics {
  /** Enough for ta4j, which has nothing to share between candidates. */
  private static final int FEW = 4;

  private static final Aims AIMS = Aims.of(Objective.SHARPE, 10, 0, 300);

  @Param("25")
  public int symbols;

  @Param({"1", "10"})
  public int years;

  /** How many batches of a search. */
  @Param("15")
  public int generations;

  private final R r = new R();
  private final Workbench bench = new Workbench(Case.KEPT_BYTES);
  private Case work;
  private Ta4j ta4j;
  private Ta4j ta4jInDoubles;

  /** Makes the prices and the candidates, and holds all against each other. */
  @Setup
  public void prepare() {
    Strategy smaCross = Strategies.named("sma_cross");
    work = Case.of(smaCross, symbols, years, Candidates.evolved(smaCross, years, generations));
    MadeUpPanel few = MadeUpPanel.of(smaCross, Math.min(symbols, 25), years);
    ta4j = new Ta4j(few, DecimalNum::valueOf);
    ta4jInDoubles = new Ta4j(few, DoubleNum::valueOf);
    Backtest backtest = work.backtest(bench);
    List<Values> first = work.batches().get(0);
    Batch batch = backtest.search(first);
    List<Metrics> all = statistics(backtest, first);
    for (int i = 0; i < first.size(); i++) {
      PlainStatistics plain = r.run(work.plain(), work.values(first.get(i)), Case.COST);
      double sharpe = Metrics.sharpe(batch.returns(i), 0);
      work.same(first.get(i), sharpe, batch.trades(i), plain.sharpe(), plain.trades());
      Metrics metrics = all.get(i);
      work.same(first.get(i), metrics.sharpe(), metrics.trades().trades(), sharpe, batch.trades(i));
      near("drawdown", metrics.maxDrawdown(), plain.maxDrawdown());
      near("profit factor", metrics.trades().profitFactor(), plain.profitFactor());
    }
    checkTa4j(first.get(0));
  }

  private static void near(String what, double one, double other) {
    if (Math.abs(one - other) > 1e-9) {
      throw new IllegalStateException(what + ": " + one + ", but " + other + " in R");
    }
  }

  /** It pays costs a little otherwise, so trades are what can be held against each other. */
  private void checkTa4j(Values values) {
    int trades = 0;
    for (int symbol = 0; symbol < ta4j.symbols(); symbol++) {
      trades += ta4j.run(symbol, work.values(values), Case.COST).trades();
    }
    int ours = work.backtest(bench).search(List.of(values)).trades(0);
    if (symbols <= 25 && trades != ours) {
      throw new IllegalStateException(trades + " trades in ta4j, but " + ours);
    }
  }

  /** Nightshift's full statistics: the one place to say how they are asked for. */
  private static List<Metrics> statistics(Backtest backtest, List<Values> candidates) {
    return backtest.summaries(candidates).stream().map(detail -> detail.metrics(0)).toList();
  }

  /** The yardstick. */
  @Benchmark
  public void r(Evaluated evaluated, Blackhole results) {
    long since = Evaluated.cpuTime();
    for (List<Values> candidates : work.batches()) {
      for (Values values : candidates) {
        results.consume(r.run(work.plain(), work.values(values), Case.COST));
      }
    }
    evaluated.count(work.bars(), since);
  }

  /** Nightshift. */
  @Benchmark
  public void nightshift(Evaluated evaluated, Blackhole results) {
    long since = Evaluated.cpuTime();
    Backtest backtest = work.backtest(bench);
    for (List<Values> candidates : work.batches()) {
      statistics(backtest, candidates).forEach(results::consume);
    }
    evaluated.count(work.bars(), since);
  }

  /** What Nightshift's search asks for: returns, objective and trades. */
  @Benchmark
  public void search(Evaluated evaluated, Blackhole results) {
    long since = Evaluated.cpuTime();
    Backtest backtest = work.backtest(bench);
    for (List<Values> candidates : work.batches()) {
      Batch batch = backtest.search(candidates);
      for (int i = 0; i < candidates.size(); i++) {
        results.consume(AIMS.score(batch.outcome(i)));
      }
    }
    evaluated.count(work.bars(), since);
  }

  /** A few candidates in ta4j as it comes, with decimal numbers. */
  @Benchmark
  public void ta4j(Evaluated evaluated, Blackhole results) {
    run(ta4j, evaluated, results);
  }

  /** A few candidates in ta4j told to compute with doubles. */
  @Benchmark
  public void ta4jInDoubles(Evaluated evaluated, Blackhole results) {
    run(ta4jInDoubles, evaluated, results);
  }

  private void run(Ta4j engine, Evaluated evaluated, Blackhole results) {
    long since = Evaluated.cpuTime();
    List<Values> few = work.batches().get(0).subList(0, FEW);
    for (Values values : few) {
      for (int symbol = 0; symbol < engine.symbols(); symbol++) {
        results.consume(engine.run(symbol, work.values(values), Case.COST));
      }
    }
    evaluated.count((long) FEW * engine.symbols() * work.market().window().days(), since);
  }
}
