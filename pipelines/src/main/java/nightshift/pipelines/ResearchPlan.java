package nightshift.pipelines;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nightshift.io.gate.GateMode;
import nightshift.io.market.Adjust;
import nightshift.io.market.Column;
import nightshift.io.market.MarketException;
import nightshift.io.research.UnitKey;
import nightshift.io.research.WarmStart;
import nightshift.profiles.Locations;
import nightshift.profiles.Research;
import nightshift.transforms.FoldSymbols;
import nightshift.transforms.MarketSource;
import nightshift.transforms.Search;
import nightshift.transforms.SymbolSelection;
import nightshift.transforms.UnitPlan;
import nightshift.transforms.backtest.Costs;
import nightshift.transforms.evolve.EvolutionSettings;
import nightshift.transforms.evolve.Method;
import nightshift.transforms.stats.Metrics;
import nightshift.transforms.stats.Objective;
import nightshift.transforms.walkforward.Fold;
import nightshift.transforms.walkforward.Holdout;
import nightshift.transforms.walkforward.WalkForward;

/**
 * What a run would do, found out from names and metadata: no price bar is read for it.
 *
 * @param market what was found of the selected symbols
 * @param last the last day that may be looked at
 * @param units the work, the latest fold first
 * @param holdout the days that no unit sees, and their symbols; empty where there are none
 */
record ResearchPlan(
    MarketSource source,
    SymbolSelection selection,
    MarketSurvey market,
    LocalDate last,
    Search search,
    UnitPlan units,
    Optional<FoldSymbols> holdout) {

  /**
   * Plans a run.
   *
   * @param locations where the market is, and the research database: what the market's files cover
   *     is remembered beside it
   * @throws UsageException when there is nothing to run, with the reason
   */
  static ResearchPlan of(Research research, Locations locations) {
    String location = locations.market().toString();
    StrategyChoice strategies = StrategyChoice.of(research.strategies());
    Search search = search(research, strategies, ObjectiveChoice.of(research), location);
    SymbolSelection selection =
        new SymbolSelection(research.symbols(), research.exclude(), research.maxSymbols());
    Adjust adjust = Adjust.valueOf(research.adjust().toUpperCase(Locale.ROOT));
    GateMode gate = GateMode.valueOf(research.dataGate().toUpperCase(Locale.ROOT));
    MarketSource source = new MarketSource(location, adjust, indexFolder(locations), gate);
    try {
      MarketSurvey market = MarketSurvey.of(source.market(), selection);
      LocalDate last = last(market, research.asOf());
      Optional<Holdout> held =
          research.holdout() == 0
              ? Optional.empty()
              : Optional.of(Holdout.ofMonths(research.holdout(), last));
      List<Fold> folds = folds(research, market, held.map(Holdout::before).orElse(last));
      String runId = RunIdentity.of(research, strategies, search.market(), market, last, folds);
      Search identified = search.withRunId(runId);
      UnitPlan units = UnitPlan.of(folds, market.slices(), identified);
      if (units.folds().isEmpty()) {
        throw new UsageException(
            "no selected symbol has a bar from " + folds.get(0).trainFrom() + " to " + last);
      }
      Optional<FoldSymbols> holdout =
          held.flatMap(
              days ->
                  UnitPlan.of(List.of(days.fold()), market.slices(), identified).folds().stream()
                      .findFirst());
      return new ResearchPlan(source, selection, market, last, identified, units, holdout);
    } catch (MarketException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /** Where it is remembered what the market's files cover; empty for nowhere. */
  static String indexFolder(Locations locations) {
    boolean isFile = !locations.research().startsWith("jdbc:");
    return isFile ? Path.of(locations.research()).resolveSibling("").toString() : "";
  }

  private static Search search(
      Research research, StrategyChoice strategies, List<Objective> objectives, String location) {
    Costs costs =
        new Costs(
            research.commissionBps(),
            research.slippageBps(),
            research.slippageVol(),
            research.minCommission(),
            research.capital());
    return new Search(
        "",
        MarketName.of(location),
        strategies.names(),
        Math.max(strategies.warmUp(), costs.warmUp()),
        strategies.columns(),
        objectives,
        research.minTrades(),
        Metrics.daily(research.riskFreeRate()),
        costs,
        new EvolutionSettings(
            method(research, objectives),
            research.population(),
            research.generations(),
            research.steadyGenerations()),
        research.islands(),
        research.champions(),
        research.seed());
  }

  /** Several objectives at once are searched by the one that knows how to. */
  private static Method method(Research research, List<Objective> objectives) {
    Method method = objectives.size() > 1 ? Method.GENETIC : Method.of(research.optimizer());
    if (research.warmStart() && !method.learns()) {
      throw new UsageException(
          "--warmStart=true: a search with --optimizer="
              + method.label()
              + " learns from nothing; name another");
    }
    return method;
  }

  /**
   * The last day that is looked at.
   *
   * @throws UsageException when there is nothing up to it
   */
  static LocalDate last(MarketSurvey market, LocalDate asOf) {
    if (asOf.isBefore(market.first())) {
      throw new UsageException(
          "there is no bar on or before --asOf="
              + asOf
              + ": the selected symbols of "
              + market.location()
              + " have bars from "
              + market.first()
              + " to "
              + market.last());
    }
    return asOf.isBefore(market.last()) ? asOf : market.last();
  }

  private static List<Fold> folds(Research research, MarketSurvey market, LocalDate last) {
    List<Fold> folds =
        new WalkForward(
                research.maxYears(),
                research.trainYears(),
                research.embargoDays(),
                research.walkForward().equals("anchored"))
            .folds(market.first(), last);
    if (folds.isEmpty()) {
      throw new UsageException(
          "the selected symbols of "
              + market.location()
              + " have bars from "
              + market.first()
              + " to "
              + last
              + " only"
              + (research.holdout() == 0 ? "" : " (--holdout=" + research.holdout() + ")")
              + "; at least half a year is needed: select others, or a later --asOf");
    }
    return folds;
  }

  /** The folds that have symbols, the latest first. */
  List<FoldSymbols> folds() {
    return units.folds();
  }

  /** Those, and the held-out days. */
  List<FoldSymbols> foldsAndHoldout() {
    return Stream.concat(folds().stream(), holdout.stream()).toList();
  }

  /** The same under another name of the run. */
  ResearchPlan withRunId(String runId) {
    return with(search.withRunId(runId));
  }

  /** The same run with something to begin with, which makes it another one. */
  ResearchPlan with(WarmStart start) {
    return with(search.with(RunIdentity.of(search.runId(), start), start));
  }

  private ResearchPlan with(Search other) {
    return new ResearchPlan(source, selection, market, last, other, units, holdout);
  }

  /**
   * What the pipeline is built from.
   *
   * @param done units that need not be done again
   * @param research path of the research database
   */
  NightlyJob job(Set<UnitKey> done, String research) {
    return new NightlyJob(
        source,
        selection,
        folds().stream().map(FoldSymbols::fold).toList(),
        search,
        done,
        research);
  }

  /**
   * About how many stored bytes are read: in each fold, for each of its symbols the columns and the
   * days. Whole columns, for most files have a symbol's years in one row group.
   */
  long bytesToRead() {
    Map<String, Long> perColumn = new HashMap<>();
    market.coverage().forEach(symbol -> perColumn.put(symbol.symbol(), symbol.bytesPerColumn()));
    long columns = readColumns().size() + 1L;
    return foldsAndHoldout().stream()
        .flatMap(fold -> fold.symbols().stream())
        .mapToLong(symbol -> columns * perColumn.get(symbol))
        .sum();
  }

  /** The strategies' columns, or all for the data gate. */
  private List<Column> readColumns() {
    return source.gate() == GateMode.OFF ? search.columns() : List.of(Column.values());
  }

  /** The columns that are read, for people. */
  String columns() {
    return String.join(
        ", ",
        readColumns().stream()
            .map(Column::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList());
  }
}
