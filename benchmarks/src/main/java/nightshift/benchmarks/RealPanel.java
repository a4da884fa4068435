package nightshift.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nightshift.io.market.Adjust;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.io.market.Markets;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;

/** Some symbols of a market that is at hand, in memory. */
final class RealPanel {
  private RealPanel() {}

  /**
   * Reads every so manieth symbol, as they stand in natural order.
   *
   * @param first place of the first one
   * @param step from one to the next
   * @param from first day, inclusive
   * @param to last day, inclusive
   */
  static Panel of(String location, int first, int step, LocalDate from, LocalDate to)
      throws MarketException {
    List<BarSlice> slices = new ArrayList<>();
    try (Market market = Markets.open(location, Adjust.AUTO)) {
      List<String> symbols = market.symbols();
      for (int i = first; i < symbols.size(); i += step) {
        BarSlice slice = market.read(symbols.get(i), EnumSet.allOf(Column.class), from, to);
        if (slice.size() > 0) {
          slices.add(slice);
        }
      }
    }
    TreeSet<Integer> days = new TreeSet<>();
    slices.forEach(slice -> Arrays.stream(slice.days()).forEach(days::add));
    int[] calendar = days.stream().mapToInt(Integer::intValue).toArray();
    return new Panel(calendar, slices.stream().map(slice -> bars(slice, calendar)).toList());
  }

  private static SymbolBars bars(BarSlice slice, int[] calendar) {
    int[] places =
        Arrays.stream(slice.days()).map(day -> Arrays.binarySearch(calendar, day)).toArray();
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    slice.columns().forEach(column -> columns.put(column, slice.column(column)));
    return new SymbolBars(slice.symbol(), places, columns);
  }
}
