package nightshift.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nightshift.benchmarks.plain.PlainLoop;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Batch;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.stats.Aims;
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

/**
 * The evaluations of one unit of a search, Sharpe ratio and trades of each candidate: Nightshift's
 * backtest, and the strategy's plain loop on the same candidates. An operation begins with nothing
 * computed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 5,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 2, time = 1)
public class SearchKernel {
  private static final Aims AIMS = Aims.of(Objective.SHARPE, 10, 0, 300);

  @Param({
    "sma_cross",
    "donchian_breakout",
    "ts_momentum",
    "xs_momentum",
    "high_52w",
    "rsi_reversal",
    "bollinger_reversion",
    "pairs"
  })
  public String strategy;

  @Param("25")
  public int symbols;

  @Param({"1", "10"})
  public int years;

  /** The batches of a search ({@code evolved}), or made at random ({@code random}). */
  @Param("evolved")
  public String candidates;

  /** How many batches. */
  @Param("15")
  public int generations;

  /** Whether to hold both sides against each other first; only where the plain loop is feasible. */
  @Param("true")
  public boolean check;

  private final Workbench bench = new Workbench(Case.KEPT_BYTES);
  private Case work;
  private PlainLoop loop;

  /** Makes the prices and the candidates. */
  @Setup
  public void prepare() {
    Strategy subject = Strategies.named(strategy);
    List<List<Values>> batches =
        candidates.equals("random")
            ? Candidates.random(subject, generations)
            : Candidates.evolved(subject, years, generations);
    work = Case.of(subject, symbols, years, batches);
    loop = PlainLoop.of(strategy);
    if (check) {
      work.check(loop);
    }
  }

  /** Nightshift. */
  @Benchmark
  public void nightshift(Evaluated evaluated, Blackhole results) {
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

  /** The plain loop. */
  @Benchmark
  public void plain(Evaluated evaluated, Blackhole results) {
    long since = Evaluated.cpuTime();
    for (List<Values> candidates : work.batches()) {
      for (Values values : candidates) {
        results.consume(loop.run(work.plain(), work.values(values), Case.COST));
      }
    }
    evaluated.count(work.bars(), since);
  }
}
