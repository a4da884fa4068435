package nightshift.io.gate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;
import nightshift.io.market.Column;

/**
 * One symbol's bars on their way through the gate, in ascending order of day, one a day. A column
 * that the store does not have is null, and rules that need it are silent. Rules may change prices
 * and take bars out; the arrays that come out are those that came in as long as no bar is taken
 * out.
 */
public final class PriceSeries {
  private int[] days;
  private double[] open;
  private double[] high;
  private double[] low;
  private double[] close;
  private double[] volume;

  /**
   * @param days epoch days, strictly ascending; all arrays have this length, are kept, and may be
   *     changed
   * @param open NaN where it is missing; null when the store has none, as the following ones
   * @param close finite and positive in every bar
   */
  public PriceSeries(
      int[] days, double[] open, double[] high, double[] low, double[] close, double[] volume) {
    this.days = days;
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.volume = volume;
  }

  /** How many bars there are. */
  public int size() {
    return days.length;
  }

  /** Epoch days, strictly ascending; not a copy, as are the others. */
  public int[] days() {
    return days;
  }

  public double[] open() {
    return open;
  }

  public double[] high() {
    return high;
  }

  public double[] low() {
    return low;
  }

  public double[] close() {
    return close;
  }

  public double[] volume() {
    return volume;
  }

  /**
   * A column as a panel needs it: of one that the store does not have, the values that {@link
   * nightshift.io.market.BarSlice} says for missing ones.
   */
  public double[] column(Column column) {
    double[] values =
        switch (column) {
          case OPEN -> open;
          case HIGH -> high;
          case LOW -> low;
          case CLOSE -> close;
          case VOLUME -> volume;
        };
    if (values != null) {
      return values;
    }
    double[] madeUp = new double[size()];
    for (int bar = 0; bar < size(); bar++) {
      madeUp[bar] =
          column == Column.HIGH ? top(bar) : column == Column.LOW ? bottom(bar) : Double.NaN;
    }
    return madeUp;
  }

  /** The open of a bar; NaN where there is none. */
  double openAt(int bar) {
    return open == null ? Double.NaN : open[bar];
  }

  /** The larger of a bar's open and close. */
  double top(int bar) {
    return openAt(bar) > close[bar] ? open[bar] : close[bar];
  }

  /** The smaller of a bar's open and close. */
  double bottom(int bar) {
    return openAt(bar) < close[bar] ? open[bar] : close[bar];
  }

  /** Multiplies the prices of all bars before one, and divides their volume. */
  void scaleBefore(int bar, double factor) {
    Stream.of(open, high, low, close)
        .filter(prices -> prices != null)
        .forEach(prices -> scale(prices, bar, factor));
    if (volume != null) {
      scale(volume, bar, 1 / factor);
    }
  }

  private static void scale(double[] values, int to, double factor) {
    for (int i = 0; i < to; i++) {
      values[i] *= factor;
    }
  }

  /** Takes bars out. */
  void remove(BitSet gone) {
    if (!gone.isEmpty()) {
      days = without(days, gone);
      open = without(open, gone);
      high = without(high, gone);
      low = without(low, gone);
      close = without(close, gone);
      volume = without(volume, gone);
    }
  }

  /** An array without some of its places. */
  public static int[] without(int[] values, BitSet gone) {
    int[] kept = new int[values.length - gone.cardinality()];
    int size = 0;
    for (int i = gone.nextClearBit(0); i < values.length; i = gone.nextClearBit(i + 1)) {
      kept[size++] = values[i];
    }
    return kept;
  }

  /** An array without some of its places; null for null. */
  public static double[] without(double[] values, BitSet gone) {
    if (values == null) {
      return null;
    }
    double[] kept = new double[values.length - gone.cardinality()];
    int size = 0;
    for (int i = gone.nextClearBit(0); i < values.length; i = gone.nextClearBit(i + 1)) {
      kept[size++] = values[i];
    }
    return kept;
  }

  /**
   * How much the close usually moves in a day: the median of the absolute logarithmic changes of
   * the bars around one.
   *
   * @param bar which, itself left out
   * @param before how many bars before it are looked at, at most
   * @param after how many bars after it
   * @return 0 where there are fewer than ten
   */
  double typicalMove(int bar, int before, int after) {
    int from = Math.max(1, bar - before);
    int to = Math.min(size(), bar + 1 + after);
    double[] moves = new double[Math.max(0, to - from)];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (i != bar && i != bar + 1) {
        moves[count++] = Math.abs(StrictMath.log(close[i] / close[i - 1]));
      }
    }
    return count < 10 ? 0 : median(moves, count);
  }

  /** The median of the first numbers of an array, which are sorted by it. */
  static double median(double[] values, int count) {
    Arrays.sort(values, 0, count);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
  }
}
