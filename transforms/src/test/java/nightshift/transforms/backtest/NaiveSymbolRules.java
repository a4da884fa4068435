package nightshift.transforms.backtest;

import nightshift.transforms.panel.Window;

/**
 * The strategies that look at one symbol, as their descriptions say: bar by bar, with every
 * indicator computed anew. Each gives for each bar the weight wanted from its close on, NaN where
 * nothing changes.
 */
final class NaiveSymbolRules {
  private NaiveSymbolRules() {}

  static double[] smaCross(NaiveBars bars, Choice choice, Doubt doubt) {
    double[] wishes = bars.noWish();
    double band = choice.real("band");
    boolean held = false;
    for (int t = bars.first(); t < bars.length(); t++) {
      double fast = NaiveIndicators.mean(bars.close(), t, choice.whole("fast"));
      double slow = NaiveIndicators.mean(bars.close(), t, choice.whole("slow"));
      if (!held && doubt.above(fast, slow * (1 + band))) {
        held = true;
        wishes[t] = 1;
      } else if (held && doubt.below(fast, slow * (1 - band))) {
        held = false;
        wishes[t] = 0;
      }
    }
    return wishes;
  }

  static double[] donchianBreakout(NaiveBars bars, Choice choice, Doubt doubt) {
    double[] wishes = bars.noWish();
    int entry = choice.whole("entry");
    int exit = choice.whole("exit");
    double[] atr = NaiveIndicators.atr(bars, choice.whole("atr"));
    boolean held = false;
    double stop = Double.NaN;
    for (int t = Math.max(1, bars.first()); t < bars.length(); t++) {
      double close = bars.close()[t];
      double high = NaiveIndicators.highest(bars.high(), t - 1, entry);
      double low = NaiveIndicators.lowest(bars.low(), t - 1, exit);
      if (Double.isNaN(high) || Double.isNaN(low) || Double.isNaN(atr[t])) {
        continue;
      }
      if (!held && close > high) {
        held = true;
        stop = close - choice.real("stop") * atr[t];
        wishes[t] = 1;
      } else if (held && (close < low || doubt.below(close, stop))) {
        held = false;
        wishes[t] = 0;
      }
    }
    return wishes;
  }

  static double[] timeSeriesMomentum(NaiveBars bars, Window window, Choice choice) {
    double[] wishes = bars.noWish();
    int lookback = choice.whole("lookback");
    for (int day = window.from() - 1; day < window.to(); day += choice.whole("rebalance")) {
      int t = bars.onOrAfter(day);
      if (t == bars.length() || t < lookback) {
        continue;
      }
      double volatility = NaiveIndicators.volatility(bars.close(), t, choice.whole("volatility"));
      if (Double.isNaN(volatility)) {
        continue;
      }
      double size = Math.min(1, choice.real("target") / volatility);
      double now = bars.close()[t];
      double then = bars.close()[t - lookback];
      wishes[t] = now > then ? size : now < then ? -size : 0;
    }
    return wishes;
  }

  static double[] fiftyTwoWeekHigh(NaiveBars bars, Choice choice, Doubt doubt) {
    double[] wishes = bars.noWish();
    double exit = choice.real("exit");
    double enter = Math.max(choice.real("enter"), exit);
    boolean held = false;
    for (int t = bars.first(); t < bars.length(); t++) {
      double close = bars.close()[t];
      double high = NaiveIndicators.highest(bars.close(), t, choice.whole("window"));
      boolean near = enter == 1 ? close >= high : doubt.above(close, enter * high);
      if (!held && near) {
        held = true;
        wishes[t] = 1;
      } else if (held && doubt.below(close, exit * high)) {
        held = false;
        wishes[t] = 0;
      }
    }
    return wishes;
  }

  static double[] rsiReversal(NaiveBars bars, Choice choice, Doubt doubt) {
    double[] wishes = bars.noWish();
    double[] rsi = NaiveIndicators.rsi(bars.close(), choice.whole("rsi"));
    boolean held = false;
    for (int t = bars.first(); t < bars.length(); t++) {
      double close = bars.close()[t];
      double trend = NaiveIndicators.mean(bars.close(), t, choice.whole("trend"));
      double exit = NaiveIndicators.mean(bars.close(), t, choice.whole("exit"));
      if (!held && doubt.below(rsi[t], choice.real("buy")) && doubt.above(close, trend)) {
        held = true;
        wishes[t] = 1;
      } else if (held && doubt.above(close, exit)) {
        held = false;
        wishes[t] = 0;
      }
    }
    return wishes;
  }

  static double[] bollingerReversion(NaiveBars bars, Choice choice, Doubt doubt) {
    double[] wishes = bars.noWish();
    double[] atr = NaiveIndicators.atr(bars, 14);
    boolean held = false;
    boolean barred = false;
    double stop = Double.NaN;
    for (int t = bars.first(); t < bars.length(); t++) {
      double close = bars.close()[t];
      double mean = NaiveIndicators.mean(bars.close(), t, choice.whole("window"));
      double deviation = NaiveIndicators.deviation(bars.close(), t, choice.whole("window"));
      if (held) {
        boolean stopped = doubt.below(close, stop);
        if (stopped || !doubt.below(close, mean)) {
          held = false;
          barred = stopped;
          wishes[t] = 0;
        }
        continue;
      }
      boolean outside = doubt.below(close, mean - choice.real("width") * deviation);
      barred &= outside;
      if (outside && !barred && deviation > 0 && atr[t] > 0) {
        held = true;
        stop = close - choice.real("stop") * atr[t];
        wishes[t] = 1;
      }
    }
    return wishes;
  }
}
