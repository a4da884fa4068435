package nightshift.profiles;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings that change results. Two runs with equal research settings over the same prices give
 * the same bits, whatever their {@link Resources}.
 *
 * @param strategies names of strategies; empty for all
 * @param symbols symbols or globs to take; empty for all
 * @param exclude symbols or globs to leave out
 * @param maxSymbols how many symbols at most, {@link #ALL} for no limit
 * @param maxYears how many calendar years at most, {@link #ALL} for no limit
 * @param asOf last day that is looked at, inclusive; {@link LocalDate#MAX} for the market's last
 * @param trainYears training years of a fold
 * @param embargoDays calendar days left out between training and test
 * @param walkForward {@code rolling} or {@code anchored}
 * @param holdout months at the end of history that no search and no test sees; 0 for none
 * @param optimizer name of what searches
 * @param warmStart whether searches take in champions of the run before
 * @param population candidates in a generation
 * @param generations generations at most
 * @param steadyGenerations stop after so many generations without a better candidate
 * @param islands separate populations for each strategy and fold
 * @param seed where the random numbers start
 * @param objective name of what is searched for, or names with commas between them
 * @param minTrades a candidate with fewer trades in training counts as worthless
 * @param commissionBps basis points of the traded value, a side
 * @param slippageBps basis points of the traded value, a side
 * @param slippageVol share of a day's volatility of the symbol, a side
 * @param minCommission the least commission of a fill, in the currency of the prices
 * @param capital what is invested, in the same currency
 * @param adjust {@code auto}: prices follow an adjusted close, where there is one; or {@code none}
 * @param dataGate what happens to doubtful prices: {@code strict}, {@code repair} or {@code off}
 * @param champions how many candidates of a unit are validated on the test days
 * @param riskFreeRate a year, as a fraction
 */
public record Research(
    List<String> strategies,
    List<String> symbols,
    List<String> exclude,
    int maxSymbols,
    int maxYears,
    LocalDate asOf,
    int trainYears,
    int embargoDays,
    String walkForward,
    int holdout,
    String optimizer,
    boolean warmStart,
    int population,
    int generations,
    int steadyGenerations,
    int islands,
    long seed,
    String objective,
    int minTrades,
    double commissionBps,
    double slippageBps,
    double slippageVol,
    double minCommission,
    double capital,
    String adjust,
    String dataGate,
    int champions,
    double riskFreeRate)
    implements Serializable {

  /** No limit. */
  public static final int ALL = Integer.MAX_VALUE;

  /**
   * @throws SettingException when a value is not allowed by the table of {@link Settings}
   */
  public Research {
    strategies = List.copyOf(strategies);
    symbols = List.copyOf(symbols);
    exclude = List.copyOf(exclude);
    Settings.STRATEGIES.check(words(strategies, "all"));
    Settings.MAX_SYMBOLS.check(limit(maxSymbols));
    Settings.MAX_YEARS.check(limit(maxYears));
    Settings.AS_OF.check(day(asOf));
    Settings.TRAIN_YEARS.check(trainYears);
    Settings.EMBARGO_DAYS.check(embargoDays);
    Settings.WALK_FORWARD.check(walkForward);
    Settings.HOLDOUT.check(months(holdout));
    Settings.OPTIMIZER.check(optimizer);
    Settings.POPULATION.check(population);
    Settings.GENERATIONS.check(generations);
    Settings.STEADY_GENERATIONS.check(steadyGenerations);
    Settings.ISLANDS.check(islands);
    Settings.SEED.check(seed);
    Settings.OBJECTIVE.check(objective);
    Settings.MIN_TRADES.check(minTrades);
    Settings.COMMISSION_BPS.check(commissionBps);
    Settings.SLIPPAGE_BPS.check(slippageBps);
    Settings.SLIPPAGE_VOL.check(slippageVol);
    Settings.MIN_COMMISSION.check(minCommission);
    Settings.CAPITAL.check(capital);
    Settings.ADJUST.check(adjust);
    Settings.DATA_GATE.check(dataGate);
    Settings.CHAMPIONS.check(champions);
    Settings.RISK_FREE_RATE.check(riskFreeRate);
  }

  /** The research settings among the effective ones. */
  public static Research of(EffectiveSettings settings) {
    return new Research(
        settings.get(Settings.STRATEGIES),
        settings.get(Settings.SYMBOLS),
        settings.get(Settings.EXCLUDE),
        settings.get(Settings.MAX_SYMBOLS).orElse(ALL),
        settings.get(Settings.MAX_YEARS).orElse(ALL),
        settings.get(Settings.AS_OF),
        settings.get(Settings.TRAIN_YEARS),
        settings.get(Settings.EMBARGO_DAYS),
        settings.get(Settings.WALK_FORWARD),
        settings.get(Settings.HOLDOUT).orElse(0),
        settings.get(Settings.OPTIMIZER),
        settings.get(Settings.WARM_START),
        settings.get(Settings.POPULATION),
        settings.get(Settings.GENERATIONS),
        settings.get(Settings.STEADY_GENERATIONS),
        settings.get(Settings.ISLANDS),
        settings.get(Settings.SEED),
        settings.get(Settings.OBJECTIVE),
        settings.get(Settings.MIN_TRADES),
        settings.get(Settings.COMMISSION_BPS),
        settings.get(Settings.SLIPPAGE_BPS),
        settings.get(Settings.SLIPPAGE_VOL),
        settings.get(Settings.MIN_COMMISSION),
        settings.get(Settings.CAPITAL),
        settings.get(Settings.ADJUST),
        settings.get(Settings.DATA_GATE),
        settings.get(Settings.CHAMPIONS),
        settings.get(Settings.RISK_FREE_RATE));
  }

  /**
   * Every setting by name, written so that equal research settings give equal text: what a run is
   * known by, and what it keeps of its settings. A symbol list from a file is written out.
   */
  public SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(Settings.STRATEGIES.name(), words(strategies, "all"));
    texts.put(Settings.SYMBOLS.name(), words(symbols, "all"));
    texts.put(Settings.EXCLUDE.name(), words(exclude, "none"));
    texts.put(Settings.MAX_SYMBOLS.name(), limit(maxSymbols));
    texts.put(Settings.MAX_YEARS.name(), limit(maxYears));
    texts.put(Settings.AS_OF.name(), day(asOf));
    texts.put(Settings.TRAIN_YEARS.name(), Integer.toString(trainYears));
    texts.put(Settings.EMBARGO_DAYS.name(), Integer.toString(embargoDays));
    texts.put(Settings.WALK_FORWARD.name(), walkForward);
    texts.put(Settings.HOLDOUT.name(), months(holdout));
    texts.put(Settings.OPTIMIZER.name(), optimizer);
    texts.put(Settings.WARM_START.name(), Boolean.toString(warmStart));
    texts.put(Settings.POPULATION.name(), Integer.toString(population));
    texts.put(Settings.GENERATIONS.name(), Integer.toString(generations));
    texts.put(Settings.STEADY_GENERATIONS.name(), Integer.toString(steadyGenerations));
    texts.put(Settings.ISLANDS.name(), Integer.toString(islands));
    texts.put(Settings.SEED.name(), Long.toString(seed));
    texts.put(Settings.OBJECTIVE.name(), objective);
    texts.put(Settings.MIN_TRADES.name(), Integer.toString(minTrades));
    texts.put(Settings.COMMISSION_BPS.name(), Double.toString(commissionBps));
    texts.put(Settings.SLIPPAGE_BPS.name(), Double.toString(slippageBps));
    texts.put(Settings.SLIPPAGE_VOL.name(), Double.toString(slippageVol));
    texts.put(Settings.MIN_COMMISSION.name(), Double.toString(minCommission));
    texts.put(Settings.CAPITAL.name(), Double.toString(capital));
    texts.put(Settings.ADJUST.name(), adjust);
    texts.put(Settings.DATA_GATE.name(), dataGate);
    texts.put(Settings.CHAMPIONS.name(), Integer.toString(champions));
    texts.put(Settings.RISK_FREE_RATE.name(), Double.toString(riskFreeRate));
    return texts;
  }

  private static String words(List<String> words, String none) {
    return words.isEmpty() ? none : String.join(",", words);
  }

  private static String limit(int limit) {
    return limit == ALL ? "all" : Integer.toString(limit);
  }

  private static String months(int months) {
    return months == 0 ? "none" : Integer.toString(months);
  }

  private static String day(LocalDate day) {
    return day.equals(LocalDate.MAX) ? "latest" : day.toString();
  }
}
