package nightshift.transforms.trust;

import java.util.ArrayList;
import java.util.List;

/** CSCV as the paper tells it, with all returns. */
final class NaiveOverfitting {
  private NaiveOverfitting() {}

  static double probability(double[][] returns, double riskFree) {
    List<boolean[]> pasts = new ArrayList<>();
    choose(new boolean[16], 0, 8, pasts);
    double overfit = 0;
    for (boolean[] past : pasts) {
      overfit += overfit(returns, past, riskFree);
    }
    return overfit / pasts.size();
  }

  private static void choose(boolean[] taken, int from, int left, List<boolean[]> found) {
    if (left == 0) {
      found.add(taken.clone());
      return;
    }
    for (int block = from; block <= 16 - left; block++) {
      taken[block] = true;
      choose(taken, block + 1, left - 1, found);
      taken[block] = false;
    }
  }

  private static double overfit(double[][] returns, boolean[] past, double riskFree) {
    int best = 0;
    for (int i = 1; i < returns.length; i++) {
      if (sharpe(returns[i], past, true, riskFree) > sharpe(returns[best], past, true, riskFree)) {
        best = i;
      }
    }
    double mine = sharpe(returns[best], past, false, riskFree);
    double rank = 0.5;
    for (double[] own : returns) {
      double other = sharpe(own, past, false, riskFree);
      rank += other < mine ? 1 : other == mine ? 0.5 : 0;
    }
    double omega = rank / (returns.length + 1);
    double logit = Math.log(omega / (1 - omega));
    return Math.abs(logit) < 1e-12 ? 0.5 : logit < 0 ? 1 : 0;
  }

  private static double sharpe(double[] returns, boolean[] past, boolean wanted, double riskFree) {
    double sum = 0;
    int n = 0;
    for (int day = 0; day < returns.length; day++) {
      if (past[block(day, returns.length)] == wanted) {
        sum += returns[day];
        n++;
      }
    }
    double squares = 0;
    for (int day = 0; day < returns.length; day++) {
      if (past[block(day, returns.length)] == wanted) {
        squares += Math.pow(returns[day] - sum / n, 2);
      }
    }
    return squares == 0 ? 0 : (sum / n - riskFree) / Math.sqrt(squares / (n - 1));
  }

  /** The last block that begins on or before a day. */
  private static int block(int day, int days) {
    int block = 15;
    while (Math.floorDiv(block * days, 16) > day) {
      block--;
    }
    return block;
  }
}
