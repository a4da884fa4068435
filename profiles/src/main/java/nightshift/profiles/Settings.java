package nightshift.profiles;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All settings that commands share: the one table behind the options, the environment variables,
 * the profile files, help, and the {@code profiles} command.
 */
public final class Settings {
  static final String VARIABLE_PREFIX = "NIGHTSHIFT_";

  private Settings() {}

  // What is searched.

  public static final Setting<List<String>> STRATEGIES =
      research("strategies", Kind.namesOr("all"), "", "all", "The strategies to search.");
  public static final Setting<List<String>> SYMBOLS =
      research("symbols", Kind.symbolsOr("all"), "", "all", "The symbols to look at.");
  public static final Setting<List<String>> EXCLUDE =
      research("exclude", Kind.symbolsOr("none"), "", "none", "Symbols to leave out.");
  public static final Setting<OptionalInt> MAX_SYMBOLS =
      research(
          "maxSymbols",
          Kind.wholeOr("all", 1, 100_000),
          "symbols",
          "50",
          "How many symbols at most; of more, a fixed sample is drawn.");
  public static final Setting<OptionalInt> MAX_YEARS =
      research(
          "maxYears",
          Kind.wholeOr("all", 1, 200),
          "years",
          "1",
          "How many years at most, counted back from the last.");
  public static final Setting<LocalDate> AS_OF =
      research(
          "asOf", Kind.dateOr("latest"), "", "latest", "The last day to look at, itself included.");
  public static final Setting<Integer> TRAIN_YEARS =
      research("trainYears", Kind.whole(1, 100), "years", "3", "Training years of a fold.");
  public static final Setting<Integer> EMBARGO_DAYS =
      research(
          "embargoDays",
          Kind.whole(0, 366),
          "calendar days",
          "7",
          "Days left out between training and test.");
  public static final Setting<String> WALK_FORWARD =
      research(
          "walkForward",
          Kind.oneOf("rolling", "anchored"),
          "",
          "rolling",
          "rolling: each fold trains on the latest trainYears; anchored: on all years so far.");
  public static final Setting<OptionalInt> HOLDOUT =
      research(
          "holdout",
          Kind.wholeOr("none", 1, 240),
          "months",
          "none",
          "The last months, which no search and no test sees; champions are run on them once.");
  public static final Setting<String> OPTIMIZER =
      research(
          "optimizer",
          Kind.oneOf("adaptive", "genetic", "random"),
          "",
          "genetic",
          "How it is searched; several objectives at once are always searched by genetic.");
  public static final Setting<Boolean> WARM_START =
      research(
          "warmStart",
          Kind.FLAG,
          "",
          "false",
          "Whether it also begins with champions of the run before on the same market.");
  public static final Setting<Integer> POPULATION =
      research(
          "population", Kind.whole(2, 10_000), "candidates", "20", "Candidates in a generation.");
  public static final Setting<Integer> GENERATIONS =
      research("generations", Kind.whole(1, 10_000), "generations", "15", "Generations at most.");
  public static final Setting<Integer> STEADY_GENERATIONS =
      research(
          "steadyGenerations",
          Kind.whole(1, 10_000),
          "generations",
          "5",
          "Stop after so many generations without a better candidate.");
  public static final Setting<Integer> ISLANDS =
      research(
          "islands",
          Kind.whole(1, 1_000),
          "islands",
          "1",
          "Separate populations for each strategy and fold.");
  public static final Setting<Long> SEED =
      research(
          "seed",
          Kind.whole(0L, Long.MAX_VALUE),
          "",
          "42",
          "Where the random numbers start; the same seed gives the same results.");
  public static final Setting<String> OBJECTIVE =
      research(
          "objective",
          Kind.names("an objective"),
          "",
          "sharpe",
          "What is searched for; several at once, as sharpe,max_drawdown, give a front.");
  public static final Setting<Integer> MIN_TRADES =
      research(
          "minTrades",
          Kind.whole(0, 1_000_000),
          "trades",
          "10",
          "A candidate with fewer trades in training counts as worthless.");
  public static final Setting<Double> COMMISSION_BPS =
      research(
          "commissionBps",
          Kind.decimal("0", "1000"),
          "basis points a side",
          "5",
          "Commission for buying or selling.");
  public static final Setting<Double> SLIPPAGE_BPS =
      research(
          "slippageBps",
          Kind.decimal("0", "1000"),
          "basis points a side",
          "5",
          "How much worse than the open a fill is.");
  public static final Setting<Double> SLIPPAGE_VOL =
      research(
          "slippageVol",
          Kind.decimal("0", "1"),
          "of a day's volatility a side",
          "0",
          "Slippage that grows with the symbol's volatility of the last month, on top.");
  public static final Setting<Double> MIN_COMMISSION =
      research(
          "minCommission",
          Kind.decimal("0", "1000000"),
          "currency a fill",
          "0",
          "The least commission, whatever the basis points come to.");
  public static final Setting<Double> CAPITAL =
      research(
          "capital",
          Kind.decimal("1", "1000000000000"),
          "currency",
          "100000",
          "What is invested; with minCommission, what is small costs more.");
  public static final Setting<String> ADJUST =
      research(
          "adjust",
          Kind.oneOf("auto", "none"),
          "",
          "auto",
          "auto: all four prices follow an adjusted close, where there is one.");
  public static final Setting<String> DATA_GATE =
      research(
          "dataGate",
          Kind.oneOf("strict", "repair", "off"),
          "",
          "repair",
          "repair: doubtful prices are mended or set aside; strict: set aside; off: used as read.");
  public static final Setting<Integer> CHAMPIONS =
      research(
          "champions",
          Kind.whole(1, 1_000),
          "candidates",
          "5",
          "How many of the best are validated on the unseen test days.");
  public static final Setting<Double> RISK_FREE_RATE =
      research(
          "riskFreeRate",
          Kind.decimal("-0.5", "0.5"),
          "a year",
          "0",
          "What money earns without risk, 0.02 for 2 %; for the Sharpe ratio.");

  // What it may cost.

  public static final Setting<OptionalInt> WORKERS =
      resource(
          "workers", Kind.wholeOr("cores", 1, 1_024), "threads", "1", "Units of work at a time.");
  public static final Setting<OptionalInt> MEMORY =
      resource(
          "memory",
          Kind.wholeOr("auto", Resources.MIN_MEMORY_MB, Resources.MAX_MEMORY_MB),
          "MB",
          "512",
          "Resident memory of the whole process; auto: half of the machine's.");
  public static final Setting<String> SCRATCH =
      resource(
          "scratch",
          Kind.oneOf("auto", "always", "never"),
          "",
          "auto",
          "Prices in a file on disk instead of in memory; auto: when they do not fit.");
  public static final Setting<OptionalInt> JVM_HEAP =
      resource(
          "jvm.heap",
          Kind.wholeOr("auto", MemoryBudget.MIN_HEAP_MB, 1 << 20),
          "MB",
          "auto",
          "Java heap; auto: what Java itself leaves of the memory, about 160 MB less.");
  public static final Setting<List<String>> JVM_FLAGS =
      resource("jvm.flags", Kind.jvmFlags(), "", "none", "Other flags for the Java machine.");
  public static final Setting<String> JVM_COMPILER =
      resource(
          "jvm.compiler",
          Kind.oneOf("auto", "quick", "full"),
          "",
          "auto",
          "quick: Java starts faster and computes slower; auto: by the size of the run.");
  public static final Setting<OptionalInt> MALLOC_ARENAS =
      resource(
          "malloc.arenas",
          Kind.wholeOr("system", 1, 1_024),
          "arenas",
          "system",
          "MALLOC_ARENA_MAX: fewer keep native memory small.");
  public static final Setting<Integer> SAMPLE_SECONDS =
      resource(
          "sampleSeconds", Kind.whole(1, 3_600), "seconds", "5", "How often memory is looked at.");
  public static final Setting<String> RUNNER =
      resource(
          "runner",
          Kind.oneOf("DirectRunner", "FlinkRunner"),
          "",
          "DirectRunner",
          "What runs the pipeline; FlinkRunner needs a build with -Pflink.");
  public static final Setting<Boolean> BEAM_CHECKS =
      resource(
          "beam.checks",
          Kind.FLAG,
          "",
          "false",
          "Beam checks that no element changes on its way: for new transforms, costs time.");

  // Where things are.

  public static final Setting<String> MARKET =
      new Setting<>(
          "market",
          SettingGroup.LOCATIONS,
          Kind.text("a path or bundled", "bundled"),
          "",
          "bundled",
          "Where the prices are; bundled: the made-up market that comes with Nightshift.");
  public static final Setting<String> RESEARCH =
      new Setting<>(
          "research",
          SettingGroup.LOCATIONS,
          Kind.text("a path or a JDBC URL"),
          "",
          "research/nightshift.db",
          "Where the results go; a path counts from the current folder.");

  public static final Setting<String> SCRATCH_FOLDER =
      new Setting<>(
          "scratchFolder",
          SettingGroup.LOCATIONS,
          Kind.text("a path or beside", "beside"),
          "",
          "beside",
          "Where a scratch file goes, on a disk; beside: to the research database.");

  // How it behaves.

  public static final Setting<String> PROFILE =
      new Setting<>(
          "profile",
          SettingGroup.CONDUCT,
          Kind.text("auto, " + String.join(", ", Profile.NAMES) + " or the path of a file"),
          "",
          Profile.AUTO,
          "The settings to begin with; auto looks at the machine.");
  public static final Setting<Boolean> STRICT =
      new Setting<>(
          "strict",
          SettingGroup.CONDUCT,
          Kind.FLAG,
          "",
          "false",
          "Exit with 3 when there were alerts or data was set aside.");
  public static final Setting<Boolean> VERBOSE =
      new Setting<>(
          "verbose", SettingGroup.CONDUCT, Kind.FLAG, "", "false", "Say more; show stack traces.");
  public static final Setting<String> LOG =
      new Setting<>(
          "log",
          SettingGroup.CONDUCT,
          Kind.oneOf("error", "warn", "info", "debug"),
          "",
          "warn",
          "Which events are logged, a line each, on the standard error; --verbose means info.");
  public static final Setting<String> NOTIFY =
      new Setting<>(
          "notify",
          SettingGroup.CONDUCT,
          Kind.commandOrAddressOr("none"),
          "",
          "none",
          "Told how the run ended: a shell command, or a web address that is sent JSON.");
  public static final Setting<Optional<LocalTime>> UNTIL =
      new Setting<>(
          "until",
          SettingGroup.CONDUCT,
          Kind.timeOr("none"),
          "local time",
          "none",
          "When the search ends with what it has; the next run continues.");
  public static final Setting<Optional<Duration>> MAX_DURATION =
      new Setting<>(
          "maxDuration",
          SettingGroup.CONDUCT,
          Kind.durationOr("none"),
          "",
          "none",
          "After how long it does, counted from the start.");
  public static final Setting<Optional<Duration>> UNIT_TIMEOUT =
      new Setting<>(
          "unitTimeout",
          SettingGroup.CONDUCT,
          Kind.durationOr("none"),
          "",
          "6h",
          "A unit of work that takes longer has failed; the others go on.");
  public static final Setting<Integer> MAX_FAILED =
      new Setting<>(
          "maxFailed",
          SettingGroup.CONDUCT,
          Kind.whole(0, 100),
          "% of the units",
          "25",
          "When more units fail, so has the run.");

  /** Every setting, in the order of help. */
  public static final List<Setting<?>> ALL =
      List.of(
          PROFILE,
          STRICT,
          VERBOSE,
          LOG,
          NOTIFY,
          UNTIL,
          MAX_DURATION,
          UNIT_TIMEOUT,
          MAX_FAILED,
          MARKET,
          RESEARCH,
          SCRATCH_FOLDER,
          STRATEGIES,
          SYMBOLS,
          EXCLUDE,
          MAX_SYMBOLS,
          MAX_YEARS,
          AS_OF,
          TRAIN_YEARS,
          EMBARGO_DAYS,
          WALK_FORWARD,
          HOLDOUT,
          OPTIMIZER,
          WARM_START,
          POPULATION,
          GENERATIONS,
          STEADY_GENERATIONS,
          ISLANDS,
          SEED,
          OBJECTIVE,
          MIN_TRADES,
          COMMISSION_BPS,
          SLIPPAGE_BPS,
          SLIPPAGE_VOL,
          MIN_COMMISSION,
          CAPITAL,
          ADJUST,
          DATA_GATE,
          CHAMPIONS,
          RISK_FREE_RATE,
          WORKERS,
          MEMORY,
          SCRATCH,
          JVM_HEAP,
          JVM_FLAGS,
          JVM_COMPILER,
          MALLOC_ARENAS,
          SAMPLE_SECONDS,
          RUNNER,
          BEAM_CHECKS);

  /** The setting of a name, upper and lower case told apart. */
  public static Optional<Setting<?>> named(String name) {
    return ALL.stream()
        .filter(setting -> setting.name().equals(name))
        .<Setting<?>>map(setting -> setting)
        .findFirst();
  }

  private static <T> Setting<T> research(
      String name, Kind<T> kind, String unit, String defaultText, String description) {
    return new Setting<>(name, SettingGroup.RESEARCH, kind, unit, defaultText, description);
  }

  private static <T> Setting<T> resource(
      String name, Kind<T> kind, String unit, String defaultText, String description) {
    return new Setting<>(name, SettingGroup.RESOURCES, kind, unit, defaultText, description);
  }
}
