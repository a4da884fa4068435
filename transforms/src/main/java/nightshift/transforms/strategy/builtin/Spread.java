package nightshift.transforms.strategy.builtin;

import java.util.Arrays;
import nightshift.transforms.strategy.Bars;

/**
 * How a pair went on after it was formed: for each day of its trading period by how many standard
 * deviations its spread is above the mean, seen once for all candidates that trade it.
 */
final class Spread {
  private final double[] z;
  private final int[] lonely;

  private Spread(double[] z, int[] lonely) {
    this.z = z;
    this.lonely = lonely;
  }

  /**
   * Follows a pair.
   *
   * @param from first day, as an index into the calendar, inclusive
   * @param to day after the last
   */
  static Spread of(Pair pair, int from, int to) {
    double[] z = new double[to - from];
    int[] lonely = new int[to - from];
    int count = 0;
    Bars first = pair.first();
    Bars second = pair.second();
    int a = first.barFrom(from);
    int b = second.barFrom(from);
    for (int day = from; day < to; day++) {
      boolean hasFirst = a < first.length() && first.days()[a] == day;
      boolean hasSecond = b < second.length() && second.days()[b] == day;
      z[day - from] = hasFirst && hasSecond ? pair.z(a, b) : Double.NaN;
      if (hasFirst != hasSecond) {
        lonely[count++] = day - from;
      }
      a += hasFirst ? 1 : 0;
      b += hasSecond ? 1 : 0;
    }
    return new Spread(z, Arrays.copyOf(lonely, count));
  }

  /** How many bytes a pair and its spread over so many days take at most. */
  static long bytes(int days) {
    return 200 + days * (long) (Double.BYTES + Integer.BYTES);
  }

  /** How many days there are. */
  int days() {
    return z.length;
  }

  /** By how many standard deviations the spread is above its mean; NaN unless both have a bar. */
  double z(int day) {
    return z[day];
  }

  /** The first day from one on at whose close the spread is wider than so many deviations. */
  int firstWider(double deviations, int from) {
    for (int day = from; day < z.length; day++) {
      if (Math.abs(z[day]) > deviations) {
        return day;
      }
    }
    return z.length;
  }

  /**
   * The first day from one on at which a pair that is held is let go: its spread is back, or too
   * wide, or one of its symbols has no bar.
   *
   * @param side 1 where the first symbol is held and the second sold short, -1 the other way round
   * @param close back at this many deviations on the side on which it was opened, or beyond
   * @param stop wider than this many deviations on any side
   */
  int firstOver(int side, double close, double stop, int from) {
    int end = firstLonely(from);
    for (int day = from; day < end; day++) {
      double open = -side * z[day];
      if (open <= close || open > stop) {
        return day;
      }
    }
    return end;
  }

  private int firstLonely(int from) {
    for (int day : lonely) {
      if (day >= from) {
        return day;
      }
    }
    return z.length;
  }
}
