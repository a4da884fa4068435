package nightshift.io.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store has of one symbol, known without reading a price. There is one for each symbol of a
 * run, so it is kept small: some 150 bytes for ten years.
 */
public final class Coverage {
  private final String symbol;
  private final int first;
  private final int last;
  private final short[] years;
  private final int[] bars;
  private final long bytesPerColumn;

  /**
   * What is known of a symbol.
   *
   * @param symbol the symbol
   * @param first day of the first bar; exact
   * @param last day of the last bar, inclusive; exact
   * @param barsByYear for each calendar year, how many bars there may be: exact where the store can
   *     count cheaply, else an upper bound, never less than what a read of that year returns
   * @param bytesPerColumn about how many stored bytes a read of one whole column takes
   */
  public Coverage(
      String symbol,
      LocalDate first,
      LocalDate last,
      SortedMap<Integer, Integer> barsByYear,
      long bytesPerColumn) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "coverage of " + symbol + " ends on " + last + ", before it begins on " + first);
    }
    this.symbol = symbol;
    this.first = (int) first.toEpochDay();
    this.last = (int) last.toEpochDay();
    this.years = new short[barsByYear.size()];
    this.bars = new int[barsByYear.size()];
    int at = 0;
    for (Map.Entry<Integer, Integer> year : barsByYear.entrySet()) {
      years[at] = year.getKey().shortValue();
      bars[at++] = year.getValue();
    }
    this.bytesPerColumn = bytesPerColumn;
  }

  /** The symbol. */
  public String symbol() {
    return symbol;
  }

  /** Day of the first bar. */
  public LocalDate first() {
    return LocalDate.ofEpochDay(first);
  }

  /** Day of the last bar, inclusive. */
  public LocalDate last() {
    return LocalDate.ofEpochDay(last);
  }

  /** For each calendar year, how many bars there may be; made anew each time. */
  public SortedMap<Integer, Integer> barsByYear() {
    SortedMap<Integer, Integer> map = new TreeMap<>();
    for (int i = 0; i < years.length; i++) {
      map.put((int) years[i], bars[i]);
    }
    return Collections.unmodifiableSortedMap(map);
  }

  /** About how many stored bytes a read of one whole column takes. */
  public long bytesPerColumn() {
    return bytesPerColumn;
  }

  /** All bars, an upper bound as {@link #barsByYear} is. */
  public long bars() {
    return Arrays.stream(bars).asLongStream().sum();
  }

  /** This and what another file has of the same symbol. */
  Coverage plus(Coverage other) {
    SortedMap<Integer, Integer> sum = new TreeMap<>(barsByYear());
    other.barsByYear().forEach((year, count) -> sum.merge(year, count, Integer::sum));
    return new Coverage(
        symbol,
        first().isBefore(other.first()) ? first() : other.first(),
        last().isAfter(other.last()) ? last() : other.last(),
        sum,
        bytesPerColumn + other.bytesPerColumn);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Coverage other
        && symbol.equals(other.symbol)
        && first == other.first
        && last == other.last
        && Arrays.equals(years, other.years)
        && Arrays.equals(bars, other.bars)
        && bytesPerColumn == other.bytesPerColumn;
  }

  @Override
  public int hashCode() {
    return 31 * symbol.hashCode() + Arrays.hashCode(bars);
  }

  @Override
  public String toString() {
    return symbol + " from " + first() + " to " + last() + " " + barsByYear();
  }
}
