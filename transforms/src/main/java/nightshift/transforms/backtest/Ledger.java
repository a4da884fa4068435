package nightshift.transforms.backtest;

import nightshift.transforms.strategy.Targets;

/**
 * Books one candidate's positions in one symbol as daily net returns, by the rules of {@link
 * Backtest}. Held days are booked as runs from fill to fill, and flat ones are not looked at.
 */
final class Ledger {
  private final SymbolReturns symbol;
  private final FillCosts costs;
  private final MissingOpens missingOpens;

  Ledger(SymbolReturns symbol, FillCosts costs, MissingOpens missingOpens) {
    this.symbol = symbol;
    this.costs = costs;
    this.missingOpens = missingOpens;
  }

  /**
   * Adds each day's net return to what stands in an array; exactly one addition a held day, so that
   * the sum over symbols depends on their order alone.
   *
   * @param place the symbol's place in the targets
   * @param daily by day of the window
   * @return how many trades are begun
   */
  int book(Targets targets, int place, double[] daily) {
    int end = symbol.endBar();
    int[] decided = targets.bars(place);
    double[] weights = targets.weights(place);
    int trades = 0;
    double held = 0;
    int day = 0;
    for (int c = 0; c < targets.count(place) && decided[c] + 1 < end; c++) {
      int bar = decided[c] + 1;
      int filled = symbol.day(bar);
      hold(day, filled, held, daily);
      fill(bar, held, weights[c], bar == end - 1, daily);
      if (!symbol.hasOpen(bar)) {
        missingOpens.add(symbol.symbol(), filled);
      }
      trades += begins(held, weights[c]) ? 1 : 0;
      held = weights[c];
      day = filled + 1;
    }
    if (held != 0 && day <= symbol.day(end - 1)) {
      hold(day, symbol.day(end - 1), held, daily);
      fill(end - 1, held, held, true, daily);
    }
    return trades;
  }

  /** Whether a trade begins where the weight changes from one to another. */
  static boolean begins(double before, double after) {
    return after != 0 && Math.signum(before) != Math.signum(after);
  }

  /** Adds the returns of the days on which the weight does not change. */
  private void hold(int from, int to, double weight, double[] daily) {
    if (weight == 1) {
      add(symbol.whole(), from, to, daily);
    } else if (weight != 0) {
      add(symbol.overnight(), symbol.intraday(), from, to, weight, daily);
    }
  }

  private static void add(double[] returns, int from, int to, double[] daily) {
    for (int day = from; day < to; day++) {
      daily[day] += returns[day];
    }
  }

  private static void add(
      double[] overnight, double[] intraday, int from, int to, double weight, double[] daily) {
    for (int day = from; day < to; day++) {
      daily[day] += (1 + weight * overnight[day]) * (1 + weight * intraday[day]) - 1;
    }
  }

  /**
   * Adds the return of a day on which the weight changes, or of the last, at whose close all is
   * sold.
   */
  private void fill(int bar, double before, double after, boolean last, double[] daily) {
    double untilOpen = 1 + before * symbol.overnight(bar);
    double paid = costs.share(bar, Math.abs(after - before), untilOpen);
    double fromOpen = 1 + after * symbol.intraday(bar) - paid;
    double sale = last ? 1 - costs.share(bar, Math.abs(after), untilOpen * fromOpen) : 1;
    daily[symbol.day(bar)] += untilOpen * fromOpen * sale - 1;
  }
}
