package nightshift.transforms.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a fill costs, as it is written down, in money where the morning's capital is 1. Shares no
 * code with the real one.
 *
 * @param commission share of the traded value
 * @param slippage share of the traded value
 * @param ofVolatility share of a day's volatility
 * @param minimum the least commission, as a share of the whole capital
 */
record NaiveCosts(double commission, double slippage, double ofVolatility, double minimum) {

  static NaiveCosts of(Costs costs) {
    return new NaiveCosts(
        costs.commissionBps() / 1e4,
        costs.slippageBps() / 1e4,
        costs.slippageVol(),
        costs.minCommission() / costs.capital());
  }

  /**
   * Money that a fill takes.
   *
   * @param bars of the symbol
   * @param change of the weight
   * @param money that there is then
   * @param parts into which the whole capital goes
   */
  double paid(TreeMap<Integer, Prices.Bar> bars, int day, double change, double money, int parts) {
    double traded = Math.abs(change) * money;
    if (traded == 0) {
      return 0;
    }
    double fee = commission * traded;
    if (money > 0 && fee < minimum * parts) {
      fee = minimum * parts;
    }
    return fee + traded * (slippage + Math.min(0.1, ofVolatility * volatility(bars, day)));
  }

  private static double volatility(TreeMap<Integer, Prices.Bar> bars, int day) {
    List<Double> closes = new ArrayList<>();
    bars.headMap(day).values().forEach(bar -> closes.add(bar.close()));
    double sum = 0;
    int count = 0;
    for (int i = closes.size() - 1; i > 0 && count < 20; i--) {
      sum += Math.pow(closes.get(i) / closes.get(i - 1) - 1, 2);
      count++;
    }
    return count == 0 ? 0 : Math.sqrt(sum / count);
  }
}
