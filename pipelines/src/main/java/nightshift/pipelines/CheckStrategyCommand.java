package nightshift.pipelines;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightshift.io.market.Adjust;
import nightshift.io.market.Coverage;
import nightshift.io.market.MarketException;
import nightshift.profiles.Locations;
import nightshift.profiles.Research;
import nightshift.profiles.Setting;
import nightshift.profiles.Settings;
import nightshift.transforms.MarketSample;
import nightshift.transforms.MarketSource;
import nightshift.transforms.SymbolSelection;
import nightshift.transforms.proof.Effort;
import nightshift.transforms.proof.Outcome;
import nightshift.transforms.proof.Proof;
import nightshift.transforms.proof.Sample;
import nightshift.transforms.strategy.Strategy;

/**
 * Proves that strategies do not look ahead, and how much warm-up they need: on made-up prices, and
 * on a sample of the market.
 */
final class CheckStrategyCommand implements Command {
  /** A proof takes no more symbols than this: they are compared some ten thousand times. */
  private static final int MOST_SYMBOLS = 50;

  @Override
  public String name() {
    return "check-strategy";
  }

  @Override
  public String summary() {
    return "Proves that strategies do not look ahead, and how much warm-up they need.";
  }

  @Override
  public List<Setting<?>> shared() {
    return List.of(
        Settings.STRATEGIES,
        Settings.SYMBOLS,
        Settings.EXCLUDE,
        Settings.MAX_SYMBOLS,
        Settings.AS_OF,
        Settings.ADJUST,
        Settings.MARKET,
        Settings.PROFILE,
        Settings.VERBOSE);
  }

  @Override
  public int run(Context context) {
    Research research = Research.of(context.settings());
    Locations locations = Locations.of(context.settings());
    StrategyChoice choice = StrategyChoice.of(research.strategies());
    Adjust adjust = Adjust.valueOf(research.adjust().toUpperCase(Locale.ROOT));
    MarketSource source = new MarketSource(locations.market().toString(), adjust);
    try {
      MarketSurvey survey = MarketSurvey.of(source.market(), selection(research));
      List<String> failed = new ArrayList<>();
      for (Strategy strategy : choice.strategies()) {
        Sample sample = sample(strategy, source, survey, research, context.err());
        if (!holds(strategy, sample, context.out())) {
          failed.add(strategy.name());
        }
      }
      if (!failed.isEmpty()) {
        throw new FailedRunException(
            Count.ofStrategies(failed.size())
                + " of "
                + choice.strategies().size()
                + " failed: "
                + String.join(", ", failed)
                + "; what is wrong stands in the lines marked FAILED");
      }
      return DONE;
    } catch (MarketException e) {
      throw new UsageException(e.getMessage(), e);
    } finally {
      source.close();
    }
  }

  private static SymbolSelection selection(Research research) {
    return new SymbolSelection(
        research.symbols(), research.exclude(), Math.min(MOST_SYMBOLS, research.maxSymbols()));
  }

  private static Sample sample(
      Strategy strategy,
      MarketSource source,
      MarketSurvey survey,
      Research research,
      PrintStream err)
      throws MarketException {
    LocalDate last = research.asOf().isBefore(survey.last()) ? research.asOf() : survey.last();
    List<String> symbols = survey.coverage().stream().map(Coverage::symbol).toList();
    List<String> unreadable = new ArrayList<>(survey.unreadable());
    String name = MarketName.of(source.location());
    Sample sample = MarketSample.of(name, source.market(), symbols, strategy, last, unreadable);
    unreadable.forEach(line -> err.println("nightshift: left out: " + line));
    return sample;
  }

  private static boolean holds(Strategy strategy, Sample market, PrintStream out) {
    Sample madeUp = Proof.madeUpPrices(strategy);
    out.println(strategy.name() + ", on " + text(madeUp) + " and " + text(market));
    List<Outcome> outcomes = new Proof(strategy, Effort.THOROUGH).on(List.of(madeUp, market));
    for (Outcome outcome : outcomes) {
      out.printf(
          Locale.ROOT,
          "  %-14s %-6s  %s%n",
          outcome.check(),
          outcome.holds() ? outcome.proven() ? "ok" : "?" : "FAILED",
          outcome.measured());
    }
    boolean holds = outcomes.stream().allMatch(Outcome::holds);
    boolean proven = outcomes.stream().allMatch(Outcome::proven);
    out.printf("  %s%n", holds ? proven ? "passed" : "nothing proven" : "failed");
    return holds;
  }

  private static String text(Sample sample) {
    return String.format(
        Locale.ROOT,
        "%s (%s, %,d days to %s)",
        sample.name(),
        Count.of(sample.panel().size(), "symbol"),
        sample.panel().days(),
        sample.panel().dateOf(sample.panel().days() - 1));
  }
}
