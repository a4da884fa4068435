package nightshift.transforms;

import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import nightshift.transforms.walkforward.Fold;

/**
 * A fold, and what of the market belongs to it.
 *
 * @param symbols those that have bars between its first training and its last test day, in natural
 *     order
 * @param bars how many bars they have at most, warm-up included
 * @param tradedBars how many of these at most are in the years of the training, or in those of the
 *     test, whichever has more
 */
public record FoldSymbols(Fold fold, List<String> symbols, long bars, long tradedBars)
    implements Serializable {

  private static final Map<FoldSymbols, WeakReference<FoldSymbols>> KNOWN = new WeakHashMap<>();

  private static final long BYTES_OF_DAY = Integer.BYTES;

  /** Rough cost of the objects around a symbol's arrays. */
  private static final long BYTES_OF_SYMBOL = 400;

  public FoldSymbols {
    symbols = List.copyOf(symbols);
  }

  /** A fold of which only all bars are known. */
  public FoldSymbols(Fold fold, List<String> symbols, long bars) {
    this(fold, symbols, bars, bars);
  }

  /**
   * How many bytes this fold's panel takes at most: for each bar a value a column and its day, for
   * each symbol its objects. 50 symbols with 504 bars and 2 columns: 50 x (504 x (2 x 8 + 4) + 400)
   * = 524,000.
   */
  public long panelBytes(int columns) {
    return Math.addExact(
        Math.multiplyExact(bars, columns * (long) Double.BYTES + BYTES_OF_DAY),
        symbols.size() * BYTES_OF_SYMBOL);
  }

  /**
   * Beam copies what waits between steps, and a copy of the whole market's names for each unit
   * would be more than their results: equal ones become one again.
   */
  private Object readResolve() {
    synchronized (KNOWN) {
      FoldSymbols known = KNOWN.getOrDefault(this, new WeakReference<>(null)).get();
      if (known == null) {
        KNOWN.put(this, new WeakReference<>(this));
        return this;
      }
      return known;
    }
  }
}
