package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Strategy.Scope;
import nightshift.transforms.strategy.Values;

/**
 * What a candidate of a built-in strategy wants, by rules which share no code with the strategies.
 */
final class NaiveStrategies {
  private final Panel panel;
  private final Window window;
  private final List<NaiveBars> symbols;

  NaiveStrategies(Panel panel, Window window) {
    this.panel = panel;
    this.window = window;
    this.symbols = panel.symbols().stream().map(bars -> NaiveBars.of(bars, window)).toList();
  }

  /**
   * What is wanted.
   *
   * @param weights by symbol, for each day of the calendar the weight wanted from its close on; NaN
   *     where that is what was wanted before
   * @param doubtful symbols for which a decision was too close to be told from rounding; all of
   *     them where the decision was about all
   */
  record Wishes(TreeMap<String, double[]> weights, Set<String> doubtful) {}

  Wishes of(Strategy strategy, Values values) {
    Choice choice = Choice.of(strategy, values);
    return strategy.scope() == Scope.PANEL
        ? together(strategy.name(), choice)
        : oneByOne(strategy.name(), choice);
  }

  private Wishes together(String strategy, Choice choice) {
    Doubt doubt = new Doubt();
    List<double[]> byBar =
        switch (strategy) {
          case "xs_momentum" -> NaiveRanking.momentum(symbols, window, choice, doubt);
          case "pairs" -> NaivePairs.trade(panel, symbols, window, choice, doubt);
          default -> throw new IllegalArgumentException("no naive rule for " + strategy);
        };
    Wishes wishes = new Wishes(new TreeMap<>(), new TreeSet<>());
    for (int i = 0; i < symbols.size(); i++) {
      String symbol = panel.symbols().get(i).symbol();
      wishes.weights.put(symbol, byDay(symbols.get(i), byBar.get(i)));
      if (doubt.isRaised()) {
        wishes.doubtful.add(symbol);
      }
    }
    return wishes;
  }

  private Wishes oneByOne(String strategy, Choice choice) {
    Wishes wishes = new Wishes(new TreeMap<>(), new TreeSet<>());
    for (int i = 0; i < symbols.size(); i++) {
      String symbol = panel.symbols().get(i).symbol();
      Doubt doubt = new Doubt();
      double[] byBar = alone(strategy, symbols.get(i), choice, doubt);
      wishes.weights.put(symbol, byDay(symbols.get(i), byBar));
      if (doubt.isRaised()) {
        wishes.doubtful.add(symbol);
      }
    }
    return wishes;
  }

  private double[] alone(String strategy, NaiveBars bars, Choice choice, Doubt doubt) {
    return switch (strategy) {
      case "sma_cross" -> NaiveSymbolRules.smaCross(bars, choice, doubt);
      case "donchian_breakout" -> NaiveSymbolRules.donchianBreakout(bars, choice, doubt);
      case "ts_momentum" -> NaiveSymbolRules.timeSeriesMomentum(bars, window, choice);
      case "high_52w" -> NaiveSymbolRules.fiftyTwoWeekHigh(bars, choice, doubt);
      case "rsi_reversal" -> NaiveSymbolRules.rsiReversal(bars, choice, doubt);
      case "bollinger_reversion" -> NaiveSymbolRules.bollingerReversion(bars, choice, doubt);
      default -> throw new IllegalArgumentException("no naive rule for " + strategy);
    };
  }

  private double[] byDay(NaiveBars bars, double[] byBar) {
    double[] byDay = new double[panel.days()];
    Arrays.fill(byDay, Double.NaN);
    for (int t = 0; t < bars.length(); t++) {
      byDay[bars.days()[t]] = byBar[t];
    }
    return byDay;
  }

  /** A panel on the same calendar without some of its symbols. */
  static Panel without(Panel panel, Set<String> symbols) {
    int[] calendar = new int[panel.days()];
    Arrays.setAll(calendar, day -> Math.toIntExact(panel.dateOf(day).toEpochDay()));
    List<SymbolBars> kept = new ArrayList<>(panel.symbols());
    kept.removeIf(bars -> symbols.contains(bars.symbol()));
    return new Panel(calendar, kept);
  }
}
