package nightshift.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks one after the other, again and again, a JVM of its own each time. What is
 * compared was measured within seconds of each other, so that a ratio holds where the machine's
 * pace does not.
 */
final class Rounds {
  private final Map<String, List<RunResult>> results = new LinkedHashMap<>();

  private Rounds() {}

  /**
   * Measures.
   *
   * @param benchmarks class and method, as in {@code SearchKernel.plain}
   * @param parameters the same for all; a benchmark that knows nothing of one leaves it aside
   */
  static Rounds run(
      int rounds, List<String> benchmarks, Map<String, String> parameters, boolean allocation)
      throws RunnerException {
    Rounds all = new Rounds();
    for (int round = 0; round < rounds; round++) {
      for (String benchmark : benchmarks) {
        ChainedOptionsBuilder options =
            new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .forks(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        if (allocation) {
          options.addProfiler("gc");
        }
        RunResult result = new Runner(options.build()).runSingle();
        all.results.computeIfAbsent(benchmark, b -> new ArrayList<>()).add(result);
      }
    }
    return all;
  }

  /** Bars evaluated in a second on a core: the median of the rounds. */
  double bars(String benchmark) {
    return median(benchmark, Rounds::bars);
  }

  /** Bytes allocated for each bar evaluated: the median of the rounds. */
  double bytesPerBar(String benchmark) {
    return median(benchmark, Rounds::bytesPerBar);
  }

  private static double bytesPerBar(RunResult result) {
    double operations = result.getPrimaryResult().getScore();
    double barsAnOperation = secondary(result, "bars") / operations;
    return secondary(result, "gc.alloc.rate.norm") / barsAnOperation;
  }

  /** How many times as fast one is as the other: lowest, median and highest of the rounds. */
  double[] ratio(String benchmark, String other) {
    double[] ratios = new double[results.get(benchmark).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = bars(results.get(benchmark).get(i)) / bars(results.get(other).get(i));
    }
    Arrays.sort(ratios);
    return new double[] {ratios[0], median(ratios), ratios[ratios.length - 1]};
  }

  private double median(String benchmark, ToDoubleFunction<RunResult> figure) {
    double[] figures = results.get(benchmark).stream().mapToDouble(figure).toArray();
    Arrays.sort(figures);
    return median(figures);
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static double bars(RunResult result) {
    return 1e9 * secondary(result, "bars") / secondary(result, "cpuNanos");
  }

  /** A secondary result; some versions put a mark before the names of those of profilers. */
  private static double secondary(RunResult result, String name) {
    for (String known : result.getSecondaryResults().keySet()) {
      if (known.endsWith(name)) {
        return result.getSecondaryResults().get(known).getScore();
      }
    }
    throw new IllegalStateException("no result " + name);
  }
}
