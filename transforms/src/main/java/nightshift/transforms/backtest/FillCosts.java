package nightshift.transforms.backtest;

import java.util.Arrays;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Bars;

/**
 * What the fills of one symbol cost, as {@link Costs} says. Reused from symbol to symbol. Where
 * costs are the same for every fill there are no arrays, and nothing is loaded.
 */
final class FillCosts {
  /** So many daily returns say how volatile a symbol is: about a month. */
  static final int RETURNS = 20;

  /** Bars that those returns take. */
  static final int BARS = RETURNS + 1;

  private final Costs costs;
  private final SymbolReturns symbol;
  private final boolean constant;
  private final double perSide;
  private final double commission;
  private final double[] minimum;
  private final double[] slippage;

  /**
   * @param symbol what is looked at; loaded before this
   */
  FillCosts(Costs costs, SymbolReturns symbol, Window window, Portfolio portfolio) {
    this.costs = costs;
    this.symbol = symbol;
    this.constant = costs.isConstant();
    this.perSide = costs.perSide();
    this.commission = costs.commissionBps() / 10_000;
    this.minimum = new double[constant ? 0 : window.days()];
    this.slippage = new double[constant ? 0 : window.days()];
    Arrays.setAll(minimum, day -> costs.minCommission() / (costs.capital() / portfolio.parts(day)));
    Arrays.fill(slippage, costs.slippageBps() / 10_000);
  }

  /** Takes the symbol that is loaded. */
  void load(Bars bars) {
    if (costs.slippageVol() == 0) {
      return;
    }
    double[] close = bars.close();
    for (int bar = symbol.firstBar(); bar < symbol.endBar(); bar++) {
      double moved = costs.slippageVol() * volatility(close, bar);
      slippage[symbol.day(bar)] =
          costs.slippageBps() / 10_000 + Math.min(Costs.MOST_OF_VOLATILITY, moved);
    }
  }

  /** Of the returns up to the close before a bar; 0 where there is none yet. */
  private static double volatility(double[] close, int bar) {
    int from = Math.max(1, bar - RETURNS);
    double squares = 0;
    for (int i = from; i < bar; i++) {
      double r = close[i] / close[i - 1] - 1;
      squares += r * r;
    }
    return bar > from ? Math.sqrt(squares / (bar - from)) : 0;
  }

  /**
   * What a fill on a bar costs, as a fraction of the capital at that moment.
   *
   * @param change by how much the weight changes, without its sign
   * @param capital what the morning's capital of 1 has become by then; where it is lost there is no
   *     minimum
   */
  double share(int bar, double change, double capital) {
    return constant ? perSide * change : varying(bar, change, capital);
  }

  /**
   * The part that some of a fill's change has in what it costs.
   *
   * @param part at most the change
   */
  double part(int bar, double part, double change, double capital) {
    return constant ? perSide * part : varying(bar, change, capital) * (part / change);
  }

  private double varying(int bar, double change, double capital) {
    if (change == 0) {
      return 0;
    }
    int day = symbol.day(bar);
    double least = capital > 0 ? minimum[day] / capital : 0;
    return Math.max(commission * change, least) + slippage[day] * change;
  }
}
