package nightshift.pipelines.tuning;

import java.io.IOException;

/**
 * Finds how far a number can be raised: doubled while that goes well, and then by halves between
 * the largest that went well and the smallest that did not. A value that is not expected to go well
 * is not tried, but the largest below it that is.
 */
final class Climb {
  /** A raise by less than this share is not worth a run. */
  private static final int SHARE = 20;

  /** Tries a value, which takes a run. */
  interface Attempt {
    boolean goesWell(int value) throws IOException, InterruptedException;
  }

  /** Expects something of a value without trying it; of what is larger, it expects no better. */
  interface Forecast {
    boolean mayGoWell(int value);
  }

  private Climb() {}

  /**
   * The largest value found to go well.
   *
   * @param start is known to go well
   * @param ceiling the largest value that makes sense, inclusive
   */
  static int from(int start, int ceiling, Forecast forecast, Attempt attempt)
      throws IOException, InterruptedException {
    int good = start;
    int bad = Integer.MAX_VALUE;
    while (good < ceiling && bad - good > leastRaise(good)) {
      int wanted = (int) Math.min(ceiling, bad < Integer.MAX_VALUE ? middle(good, bad) : 2L * good);
      int next = expected(good, wanted, forecast);
      if (next - good < leastRaise(good) && next < ceiling) {
        break;
      }
      if (attempt.goesWell(next)) {
        good = next;
      } else {
        bad = next;
      }
    }
    return good;
  }

  private static int leastRaise(int value) {
    return Math.max(1, value / SHARE);
  }

  private static int middle(int low, int high) {
    return low + (high - low) / 2;
  }

  /** The largest value up to the wanted one that may go well, or the one that does. */
  private static int expected(int good, int wanted, Forecast forecast) {
    if (forecast.mayGoWell(wanted)) {
      return wanted;
    }
    int low = good;
    int high = wanted;
    while (high - low > 1) {
      int middle = middle(low, high);
      if (forecast.mayGoWell(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
