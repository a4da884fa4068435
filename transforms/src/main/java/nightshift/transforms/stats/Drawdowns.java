package nightshift.transforms.stats;

/**
 * The times in which a capital was below its highest so far. Each begins on the last day at the
 * top, the start included, and ends on the first day on which the top is reached again, or with the
 * last day. As in backtesting.py, whose {@code Max. Drawdown Duration} and {@code Avg. Drawdown}
 * these are.
 *
 * @param average mean of how deep each was, as a fraction from -1 to 0; NaN where there was none
 * @param longestDays trading days of the longest; 0 where there was none, NaN without days
 * @param averageDays mean of their trading days; NaN where there was none
 */
public record Drawdowns(double average, double longestDays, double averageDays) {

  /** The drawdowns of what daily simple returns make of a capital of 1. */
  public static Drawdowns of(double[] returns) {
    Tally tally = new Tally();
    double equity = 1;
    double peak = 1;
    double depth = 0;
    int atPeak = 0;
    for (int day = 1; day <= returns.length; day++) {
      equity = Math.max(0, equity * (1 + returns[day - 1]));
      if (equity / peak - 1 < -Moments.ROUNDING) {
        depth = Math.min(depth, equity / peak - 1);
        continue;
      }
      tally.add(depth, day - atPeak);
      depth = 0;
      peak = Math.max(peak, equity);
      atPeak = day;
    }
    tally.add(depth, returns.length - atPeak);
    double none = returns.length == 0 ? Double.NaN : 0;
    return new Drawdowns(
        tally.depths / tally.count,
        tally.count == 0 ? none : tally.longest,
        tally.days / tally.count);
  }

  private static final class Tally {
    private int count;
    private double depths;
    private double days;
    private int longest;

    /** One more, unless it has no depth. */
    private void add(double depth, int lasted) {
      if (depth < 0) {
        count++;
        depths += depth;
        days += lasted;
        longest = Math.max(longest, lasted);
      }
    }
  }
}
