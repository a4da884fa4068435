package nightshift.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Prints the tables of {@code docs/performance.md} about kernels, measured now.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar nightshift.benchmarks.KernelTable TABLE [ROUNDS] [STRATEGY...]
 * </pre>
 */
public final class KernelTable {
  private static final String OURS = "SearchKernel.nightshift";
  private static final String PLAIN = "SearchKernel.plain";
  private static final String SHARED = "SharedFormations.plain";
  private static final String FULL = "FullStatistics.nightshift";
  private static final String R = "FullStatistics.r";
  private static final String SEARCH = "FullStatistics.search";
  private static final String TA4J = "FullStatistics.ta4j";
  private static final String TA4J_IN_DOUBLES = "FullStatistics.ta4jInDoubles";

  private final PrintStream out;
  private final int rounds;
  private final List<String> strategies;

  private KernelTable(PrintStream out, int rounds, List<String> strategies) {
    this.out = out;
    this.rounds = rounds;
    this.strategies = strategies;
  }

  /** Runs one table. */
  public static void main(String[] args) throws RunnerException {
    List<String> all = Strategies.all().stream().map(Strategy::name).toList();
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    List<String> strategies = args.length > 2 ? List.of(args).subList(2, args.length) : all;
    KernelTable table = new KernelTable(System.out, rounds, strategies);
    switch (args.length == 0 ? "" : args[0]) {
      case "strategies" -> table.strategies("evolved");
      case "random" -> table.strategies("random");
      case "full" -> table.full();
      case "sizes" -> table.sizes();
      case "allocation" -> table.allocation();
      default -> {
        System.err.println("give a table: strategies, random, full, sizes or allocation");
        System.exit(2);
      }
    }
  }

  /** Each strategy's search against its plain loop. */
  private void strategies(String candidates) throws RunnerException {
    line("strategy | years | plain, bars/s | Nightshift, bars/s | ratio (lowest to highest)");
    line("--- | ---: | ---: | ---: | ---:");
    for (String strategy : strategies) {
      for (int years : new int[] {1, 10}) {
        Map<String, String> parameters = parameters(25, years);
        parameters.put("strategy", strategy);
        parameters.put("candidates", candidates);
        Rounds measured = Rounds.run(rounds, List.of(PLAIN, OURS), parameters, false);
        against(strategy, years, measured, PLAIN, OURS);
      }
    }
    if (strategies.contains("pairs") && candidates.equals("evolved")) {
      shared();
    }
  }

  /** Pairs, where the plain loop keeps what it formed for one candidate for the next. */
  private void shared() throws RunnerException {
    for (int years : new int[] {1, 10}) {
      Map<String, String> parameters = parameters(25, years);
      parameters.put("strategy", "pairs");
      Rounds measured = Rounds.run(rounds, List.of(SHARED, OURS), parameters, false);
      against("pairs, plain with formations shared", years, measured, SHARED, OURS);
    }
  }

  /** Full statistics of sma_cross: R, Nightshift and ta4j. */
  private void full() throws RunnerException {
    line("sma_cross, full statistics | years | rival, bars/s | bars/s | ratio (lowest to highest)");
    line("--- | ---: | ---: | ---: | ---:");
    for (int years : new int[] {1, 10}) {
      List<String> benchmarks = List.of(R, SEARCH, FULL, TA4J, TA4J_IN_DOUBLES);
      Rounds measured = Rounds.run(rounds, benchmarks, parameters(25, years), false);
      against("Nightshift's search to R", years, measured, R, SEARCH);
      against("Nightshift to R", years, measured, R, FULL);
      against("ta4j to R", years, measured, R, TA4J);
      against("Nightshift to ta4j", years, measured, TA4J, FULL);
      against("Nightshift to ta4j in doubles", years, measured, TA4J_IN_DOUBLES, FULL);
    }
  }

  private void against(String name, int years, Rounds measured, String rival, String subject) {
    double[] ratio = measured.ratio(subject, rival);
    line(
        "%s | %d | %s | %s | **%s** (%s to %s)",
        name,
        years,
        rate(measured.bars(rival)),
        rate(measured.bars(subject)),
        times(ratio[1]),
        times(ratio[0]),
        times(ratio[2]));
  }

  /** Time for a bar as the market grows; the same candidates at all sizes. */
  private void sizes() throws RunnerException {
    line("ns a bar | 25 x 1 | 25 x 10 | 500 x 1 | 500 x 10 | 2,556 x 1 | 2,556 x 10");
    line("--- | ---: | ---: | ---: | ---: | ---: | ---:");
    for (String strategy : strategies) {
      StringBuilder row = new StringBuilder(strategy);
      for (int symbols : new int[] {25, 500, 2_556}) {
        for (int years : new int[] {1, 10}) {
          row.append(" | ").append(size(strategy, symbols, years));
        }
      }
      line("%s", row);
    }
  }

  private String size(String strategy, int symbols, int years) throws RunnerException {
    if (strategy.equals("pairs") && symbols > 500) {
      return "";
    }
    Map<String, String> parameters = parameters(symbols, years);
    parameters.put("strategy", strategy);
    parameters.put("candidates", "random");
    parameters.put("generations", "2");
    parameters.put("check", "false");
    Rounds measured = Rounds.run(rounds, List.of(OURS), parameters, false);
    return String.format(Locale.ROOT, "%.2f", 1e9 / measured.bars(OURS));
  }

  /** Bytes allocated for each bar evaluated. */
  private void allocation() throws RunnerException {
    line("bytes a bar | 25 x 1 | 25 x 10");
    line("--- | ---: | ---:");
    for (String strategy : strategies) {
      StringBuilder row = new StringBuilder(strategy);
      for (int years : new int[] {1, 10}) {
        Map<String, String> parameters = parameters(25, years);
        parameters.put("strategy", strategy);
        Rounds measured = Rounds.run(rounds, List.of(OURS), parameters, true);
        row.append(String.format(Locale.ROOT, " | %.3f", measured.bytesPerBar(OURS)));
      }
      line("%s", row);
    }
  }

  private static Map<String, String> parameters(int symbols, int years) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("symbols", Integer.toString(symbols));
    parameters.put("years", Integer.toString(years));
    return parameters;
  }

  private static String rate(double bars) {
    return String.format(Locale.ROOT, "%.4fe9", bars / 1e9);
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.4f" : "%.2f", ratio);
  }

  private void line(String format, Object... values) {
    out.println("| " + String.format(Locale.ROOT, format, values) + " |");
  }
}
