package nightshift.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nightshift.benchmarks.plain.PlainPairs;
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
 * The plain loop for pairs, with what was formed for one candidate kept for the next: most of the
 * work is forming pairs, and few engineers would do it again for each candidate.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 5,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 2, time = 1)
public class SharedFormations {
  @Param("25")
  public int symbols;

  @Param({"1", "10"})
  public int years;

  private Case work;

  /** Makes the prices and the candidates. */
  @Setup
  public void prepare() {
    Strategy pairs = Strategies.named("pairs");
    work = Case.of(pairs, symbols, years, Candidates.evolved(pairs, years, 15));
    work.check(new PlainPairs(true));
  }

  /** The plain loop with formations shared. */
  @Benchmark
  public void plain(Evaluated evaluated, Blackhole results) {
    long since = Evaluated.cpuTime();
    PlainPairs loop = new PlainPairs(true);
    for (List<Values> candidates : work.batches()) {
      for (Values values : candidates) {
        results.consume(loop.run(work.plain(), work.values(values), Case.COST));
      }
    }
    evaluated.count(work.bars(), since);
  }
}
