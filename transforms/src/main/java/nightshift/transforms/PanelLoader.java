package nightshift.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Finding;
import nightshift.io.market.Market;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;

/** Reads the slices of a fold and puts them side by side on one calendar. */
final class PanelLoader {
  private PanelLoader() {}

  /**
   * A panel, and what had to be set aside on the way.
   *
   * @param setAside the symbols that could not be read, and rows that could not be used
   */
  record Loaded(Panel panel, List<QuarantineRow> setAside) {}

  /**
   * Reads a panel. A symbol that cannot be read, or has no bars in these days, is left out.
   *
   * @throws MarketException when no symbol is left, or the market cannot be opened
   */
  static Loaded load(PanelRequest request) throws MarketException {
    return Stage.READING.time(() -> read(request));
  }

  private static Loaded read(PanelRequest request) throws MarketException {
    Market market = request.source().market();
    List<BarSlice> slices = new ArrayList<>();
    List<QuarantineRow> setAside = new ArrayList<>();
    for (String symbol : request.fold().symbols()) {
      try {
        BarSlice slice = market.read(symbol, request.columns(), request.from(), request.to());
        for (Finding finding : slice.findings()) {
          setAside.add(SetAside.of(finding));
        }
        if (slice.size() > 0) {
          slices.add(slice);
        }
      } catch (MarketException e) {
        setAside.add(SetAside.unreadable(symbol, e));
      }
    }
    if (slices.isEmpty()) {
      throw new MarketException(
          "none of the "
              + request.fold().symbols().size()
              + " symbols of fold "
              + request.fold().fold().year()
              + " has a usable bar from "
              + request.from()
              + " to "
              + request.to()
              + (setAside.isEmpty() ? "" : "; the first reason: " + setAside.get(0).detail()));
    }
    return new Loaded(align(slices), List.copyOf(setAside));
  }

  private static Panel align(List<BarSlice> slices) {
    int first = slices.stream().mapToInt(slice -> slice.days()[0]).min().orElseThrow();
    BitSet traded = new BitSet();
    for (BarSlice slice : slices) {
      for (int day : slice.days()) {
        traded.set(day - first);
      }
    }
    int[] calendar = traded.stream().map(offset -> first + offset).toArray();
    return new Panel(calendar, slices.stream().map(slice -> align(slice, calendar)).toList());
  }

  private static SymbolBars align(BarSlice slice, int[] calendar) {
    int[] days = new int[slice.size()];
    int place = Arrays.binarySearch(calendar, slice.days()[0]);
    for (int bar = 0; bar < days.length; bar++) {
      while (calendar[place] != slice.days()[bar]) {
        place++;
      }
      days[bar] = place;
    }
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : slice.columns()) {
      columns.put(column, slice.column(column));
    }
    return new SymbolBars(slice.symbol(), days, columns);
  }
}
