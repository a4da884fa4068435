package nightshift.benchmarks;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import nightshift.io.market.MarketException;
import nightshift.transforms.TrainingLadder;
import nightshift.transforms.backtest.Backtest;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.backtest.Workbench;
import nightshift.transforms.evolve.Candidate;
import nightshift.transforms.evolve.EvolutionSettings;
import nightshift.transforms.evolve.Method;
import nightshift.transforms.evolve.Problem;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.Aims;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.Objective;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;

/**
 * Prints the table of {@code docs/optimisers.md}: the optimisers at equal numbers of bar
 * evaluations, on real prices from February 2013 to February 2018, of which every tenth symbol is
 * taken. They train on 2014 to 2016 and are tested on 2017.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar nightshift.benchmarks.OptimiserTable MARKET [FIRST_SEED [FIRST_SYMBOL]]
 * </pre>
 */
public final class OptimiserTable {
  private static final int SEEDS = Integer.getInteger("seeds", 10);
  private static final int SYMBOL_STEP = 10;
  private static final int POPULATION = Integer.getInteger("population", 20);
  private static final int GENERATIONS = Integer.getInteger("generations", 15);
  private static final int MIN_TRADES = 10;
  private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
  private static final LocalDate TRAIN_FROM = LocalDate.of(2014, 1, 1);
  private static final LocalDate TRAIN_TO = LocalDate.of(2016, 12, 24);
  private static final LocalDate TEST_FROM = LocalDate.of(2017, 1, 1);
  private static final LocalDate TEST_TO = LocalDate.of(2017, 12, 31);

  private final Panel panel;
  private final long firstSeed;

  private OptimiserTable(Panel panel, long firstSeed) {
    this.panel = panel;
    this.firstSeed = firstSeed;
  }

  /** One search of one optimiser, held against the genetic one with the same seed. */
  private record Figures(
      double objective, double unseen, double toGenetic, double spent, double ownReach) {}

  /** Measures and prints. */
  public static void main(String[] args) throws MarketException {
    if (args.length == 0) {
      System.err.println("give the market: the folder that import made of the real prices");
      System.exit(2);
    }
    long firstSeed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    int firstSymbol = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    Panel panel = RealPanel.of(args[0], firstSymbol, SYMBOL_STEP, FIRST, TEST_TO);
    new OptimiserTable(panel, firstSeed).print(System.out);
  }

  private void print(PrintStream out) {
    out.printf(
        "%d symbols, seeds %d to %d, budget %d x %d candidates%n",
        panel.size(), firstSeed, firstSeed + SEEDS - 1, POPULATION, GENERATIONS);
    out.println(
        "strategy | genetic spends | in sample g / r / a | unseen g / r / a |"
            + " to reach genetic's end: r, a | genetic itself");
    out.println("--- | ---: | ---: | ---: | ---: | ---:");
    String only = System.getProperty("only", "");
    List<Strategy> strategies =
        Strategies.all().stream().filter(s -> only.isEmpty() || s.name().equals(only)).toList();
    List<Map<Method, List<Figures>>> all = strategies.parallelStream().map(this::measure).toList();
    Map<Method, List<Figures>> together = new EnumMap<>(Method.class);
    for (int i = 0; i < all.size(); i++) {
      row(out, strategies.get(i).name(), all.get(i));
      all.get(i)
          .forEach(
              (method, figures) ->
                  together.computeIfAbsent(method, m -> new ArrayList<>()).addAll(figures));
    }
    row(out, "all", together);
  }

  private static void row(PrintStream out, String name, Map<Method, List<Figures>> figures) {
    List<Figures> genetic = figures.get(Method.GENETIC);
    List<Figures> random = figures.get(Method.RANDOM);
    List<Figures> adaptive = figures.get(Method.ADAPTIVE);
    Function<ToDoubleFunction<Figures>, String> three =
        f ->
            String.format(
                Locale.ROOT,
                "%.3f / %.3f / %.3f",
                median(genetic, f),
                median(random, f),
                median(adaptive, f));
    out.printf(
        Locale.ROOT,
        "%s | %.0f | %s | %s | %s, %s | %.2f%n",
        name,
        median(genetic, Figures::spent),
        three.apply(Figures::objective),
        three.apply(Figures::unseen),
        ratio(median(random, Figures::toGenetic)),
        ratio(median(adaptive, Figures::toGenetic)),
        median(genetic, Figures::ownReach));
  }

  private static String ratio(double ratio) {
    return Double.isInfinite(ratio) ? "never" : String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
    double[] sorted = figures.stream().mapToDouble(figure).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private Map<Method, List<Figures>> measure(Strategy strategy) {
    Map<Method, List<Figures>> figures = new EnumMap<>(Method.class);
    Window training = panel.window(TRAIN_FROM, TRAIN_TO);
    Backtest test = new Backtest(panel, panel.window(TEST_FROM, TEST_TO), strategy, Costs.DEFAULT);
    Workbench bench = new Workbench(Case.KEPT_BYTES);
    Workbench lower = new Workbench(Case.KEPT_BYTES);
    Aims aims = Aims.of(Objective.SHARPE, MIN_TRADES, 0, (long) POPULATION * GENERATIONS);
    for (long seed = firstSeed; seed < firstSeed + SEEDS; seed++) {
      Map<Method, SearchCurve> curves = new EnumMap<>(Method.class);
      for (Method method : Method.values()) {
        Backtest whole = new Backtest(panel, training, strategy, Costs.DEFAULT, bench);
        SearchCurve curve =
            new SearchCurve(
                new TrainingLadder(
                    whole,
                    panel,
                    training,
                    strategy,
                    Costs.DEFAULT,
                    aims,
                    method.climbs() ? lower : null,
                    (inFull, candidates, batch) -> {}));
        method
            .optimiser()
            .search(
                new Problem(strategy.parameters(), strategy::canonical, curve),
                new EvolutionSettings(method, POPULATION, GENERATIONS, GENERATIONS),
                seed);
        curves.put(method, curve);
      }
      SearchCurve genetic = curves.get(Method.GENETIC);
      double budget = genetic.spent();
      Candidate end = genetic.best(budget);
      curves.forEach(
          (method, curve) -> {
            Candidate best = curve.best(budget);
            double unseen = Metrics.sharpe(test.search(List.of(best.values())).returns(0), 0);
            figures
                .computeIfAbsent(method, m -> new ArrayList<>())
                .add(
                    new Figures(
                        best.score().value(),
                        unseen,
                        curve.until(end.score()) / budget,
                        curve.spent(),
                        genetic.until(end.score()) / budget));
          });
    }
    return figures;
  }
}
