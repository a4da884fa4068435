package nightshift.io.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store has of one symbol, known without reading a price. A whole market's are kept through
 * a run, so each is a few numbers: about a hundred bytes for ten years.
 */
public final class Coverage {
  private final String symbol;
  private final int first;
  private final int last;
  private final int firstYear;
  private final int[] bars;
  private final long bytesPerColumn;
  private final long content;

  /**
   * What a store has.
   *
   * @param symbol the symbol
   * @param first day of the first bar; exact
   * @param last day of the last bar, inclusive; exact
   * @param barsByYear for each calendar year, how many bars there may be: exact where the store can
   *     count cheaply, else an upper bound, never less than what a read of that year returns
   * @param bytesPerColumn about how many stored bytes a read of one whole column takes
   * @param content a number that is another one when what is stored of the symbol has changed
   */
  public Coverage(
      String symbol,
      LocalDate first,
      LocalDate last,
      SortedMap<Integer, Integer> barsByYear,
      long bytesPerColumn,
      long content) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "coverage of " + symbol + " ends on " + last + ", before it begins on " + first);
    }
    this.symbol = symbol;
    this.first = Math.toIntExact(first.toEpochDay());
    this.last = Math.toIntExact(last.toEpochDay());
    this.firstYear = barsByYear.isEmpty() ? 0 : barsByYear.firstKey();
    this.bars = new int[barsByYear.isEmpty() ? 0 : barsByYear.lastKey() - firstYear + 1];
    barsByYear.forEach((year, count) -> bars[year - firstYear] = count);
    this.bytesPerColumn = bytesPerColumn;
    this.content = content;
  }

  public String symbol() {
    return symbol;
  }

  /** Day of the first bar; exact. */
  public LocalDate first() {
    return LocalDate.ofEpochDay(first);
  }

  /** Day of the last bar, inclusive; exact. */
  public LocalDate last() {
    return LocalDate.ofEpochDay(last);
  }

  /**
   * For each calendar year with bars, how many there may be: exact or an upper bound, never less
   * than what a read of that year returns.
   */
  public SortedMap<Integer, Integer> barsByYear() {
    SortedMap<Integer, Integer> years = new TreeMap<>();
    for (int i = 0; i < bars.length; i++) {
      if (bars[i] > 0) {
        years.put(firstYear + i, bars[i]);
      }
    }
    return Collections.unmodifiableSortedMap(years);
  }

  /** About how many stored bytes a read of one whole column takes. */
  public long bytesPerColumn() {
    return bytesPerColumn;
  }

  /**
   * What stands for the stored prices: the same in every copy of the store, another one when a byte
   * of the symbol's files, or in a table of SQLite a value of the symbol's rows, is another one.
   * The same prices in another kind of store, or written by another program, have another.
   */
  public long content() {
    return content;
  }

  /** All bars, an upper bound as {@link #barsByYear} is. */
  public long bars() {
    return Arrays.stream(bars).asLongStream().sum();
  }

  /** This and what another file has of the same symbol. */
  Coverage plus(Coverage other) {
    SortedMap<Integer, Integer> years = new TreeMap<>(barsByYear());
    other.barsByYear().forEach((year, count) -> years.merge(year, count, Integer::sum));
    return new Coverage(
        symbol,
        LocalDate.ofEpochDay(Math.min(first, other.first)),
        LocalDate.ofEpochDay(Math.max(last, other.last)),
        years,
        bytesPerColumn + other.bytesPerColumn,
        Fingerprint.of(content, other.content));
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Coverage other
        && symbol.equals(other.symbol)
        && first == other.first
        && last == other.last
        && bytesPerColumn == other.bytesPerColumn
        && content == other.content
        && barsByYear().equals(other.barsByYear());
  }

  @Override
  public int hashCode() {
    return Objects.hash(symbol, first, last, bytesPerColumn, content);
  }

  @Override
  public String toString() {
    return symbol + ", " + first() + " to " + last() + ", " + barsByYear();
  }
}
