package nightshift.transforms.strategy.builtin;

import java.util.Arrays;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;

/** What each symbol of a block returned up to some day. */
final class PastReturns {
  /** A bar that is before all others, however few are looked back on. */
  private static final int NONE = Integer.MIN_VALUE / 2;

  private final Block block;
  private final double[][] closes;
  private final int[] first;
  private final int[] end;
  private final double[] returns;

  private PastReturns(Block block) {
    int symbols = block.size();
    this.block = block;
    this.closes = new double[symbols][];
    this.first = new int[symbols];
    this.end = new int[symbols];
    this.returns = new double[symbols];
    Arrays.setAll(closes, i -> block.get(i).close());
    for (int i = 0; i < symbols; i++) {
      Bars bars = block.get(i);
      if (bars.length() > 0) {
        first[i] = bars.days()[0];
        int last = bars.days()[bars.length() - 1];
        // Where each bar is on the day after the one before, its place follows from the day.
        end[i] = last - first[i] == bars.length() - 1 ? last + 1 : -1;
      }
    }
  }

  /** The one of a block. */
  static PastReturns of(Block block) {
    return block.memo(PastReturns.class, PastReturns::new);
  }

  /**
   * The returns over {@code formation} bars that ended {@code skip} bars before a day, one a
   * symbol; NaN where it has no bar on that day, or none to look back on. Overwritten by the next
   * call.
   *
   * @param day as an index into the calendar
   */
  double[] at(int day, int formation, int skip) {
    for (int i = 0; i < returns.length; i++) {
      int newest = bar(i, day) - skip;
      double[] close = closes[i];
      returns[i] = newest >= formation ? close[newest] / close[newest - formation] - 1 : Double.NaN;
    }
    return returns;
  }

  /** The bar of a symbol on a day. */
  private int bar(int symbol, int day) {
    if (end[symbol] < 0) {
      Bars bars = block.get(symbol);
      int bar = bars.barAt(day);
      return bar >= 0 && bars.days()[bar] == day ? bar : NONE;
    }
    return day < end[symbol] ? day - first[symbol] : NONE;
  }
}
