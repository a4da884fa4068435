package nightshift.io.market;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store has of one symbol, known without reading a price.
 *
 * @param symbol the symbol
 * @param first day of the first bar; exact
 * @param last day of the last bar, inclusive; exact
 * @param barsByYear for each calendar year, how many bars there may be: exact where the store can
 *     count cheaply, else an upper bound, never less than what a read of that year returns
 * @param bytesPerColumn about how many stored bytes a read of one whole column takes
 */
public record Coverage(
    String symbol,
    LocalDate first,
    LocalDate last,
    SortedMap<Integer, Integer> barsByYear,
    long bytesPerColumn) {

  public Coverage {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "coverage of " + symbol + " ends on " + last + ", before it begins on " + first);
    }
    barsByYear = Collections.unmodifiableSortedMap(new TreeMap<>(barsByYear));
  }

  /** All bars, an upper bound as {@link #barsByYear} is. */
  public long bars() {
    return barsByYear.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** This and what another file has of the same symbol. */
  Coverage plus(Coverage other) {
    SortedMap<Integer, Integer> years = new TreeMap<>(barsByYear);
    other.barsByYear.forEach((year, bars) -> years.merge(year, bars, Integer::sum));
    return new Coverage(
        symbol,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        years,
        bytesPerColumn + other.bytesPerColumn);
  }
}
