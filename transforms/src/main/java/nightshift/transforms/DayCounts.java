package nightshift.transforms;

import java.util.Arrays;

/** How many symbols have a bar on each day, and with it the calendar of a panel. Thread-safe. */
final class DayCounts {
  private int first;
  private int[] counts = new int[0];

  /**
   * Counts the days of one symbol.
   *
   * @param days epoch days, strictly ascending, at least one
   */
  synchronized void add(int[] days) {
    include(days[0], days[days.length - 1]);
    for (int day : days) {
      counts[day - first]++;
    }
  }

  /** Takes back the days of one symbol, which were counted. */
  synchronized void remove(int[] days) {
    for (int day : days) {
      counts[day - first]--;
    }
  }

  private void include(int from, int to) {
    if (counts.length == 0) {
      first = from;
      counts = new int[to - from + 1];
    } else if (from < first || to - first >= counts.length) {
      int newFirst = Math.min(first, from);
      int[] wider = new int[Math.max(first + counts.length, to + 1) - newFirst];
      System.arraycopy(counts, 0, wider, first - newFirst, counts.length);
      first = newFirst;
      counts = wider;
    }
  }

  /** The epoch days on which any symbol has a bar, ascending. */
  synchronized int[] calendar() {
    int[] calendar = new int[counts.length];
    int days = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        calendar[days++] = first + i;
      }
    }
    return Arrays.copyOf(calendar, days);
  }

  /** For each day of the calendar, how many symbols have a bar. */
  synchronized int[] symbolsOn() {
    return Arrays.stream(counts).filter(count -> count > 0).toArray();
  }
}
