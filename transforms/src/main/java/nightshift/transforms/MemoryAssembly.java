package nightshift.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nightshift.io.gate.PriceSeries;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.transforms.panel.EqualDays;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Transfer;

/**
 * Puts slices side by side in memory, with the arrays that they came in; of equal days one array is
 * kept, and the calendar's indices are written over the dates.
 */
final class MemoryAssembly implements PanelAssembly {
  private final DayCounts counts = new DayCounts();
  private EqualDays days = new EqualDays();
  private final Part[] parts;

  /** What is kept of a slice. */
  private record Part(String symbol, int[] days, Map<Column, double[]> columns) {}

  /**
   * @param places how many symbols there are at most
   */
  MemoryAssembly(int places) {
    this.parts = new Part[places];
  }

  @Override
  public void add(int place, BarSlice slice, Transfer transfer) {
    counts.add(slice.days());
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : slice.columns()) {
      columns.put(column, slice.column(column));
    }
    parts[place] = new Part(slice.symbol(), one(slice.days()), columns);
  }

  @Override
  public int[] days(int place, Transfer transfer) {
    return parts[place].days();
  }

  @Override
  public void remove(int place) {
    counts.remove(parts[place].days());
    parts[place] = null;
    days = null;
  }

  @Override
  public void removeBars(int place, BitSet gone, Transfer transfer) {
    Part part = parts[place];
    int[] kept = PriceSeries.without(part.days(), gone);
    part.columns().replaceAll((column, values) -> PriceSeries.without(values, gone));
    counts.remove(part.days());
    counts.add(kept);
    parts[place] = new Part(part.symbol(), kept, part.columns());
    days = null;
  }

  /** Where something was taken out, the equal days are found anew. */
  private void shareDays() {
    days = new EqualDays();
    for (int place = 0; place < parts.length; place++) {
      if (parts[place] != null) {
        Part part = parts[place];
        parts[place] = new Part(part.symbol(), days.one(part.days()), part.columns());
      }
    }
  }

  private int[] one(int[] epochDays) {
    synchronized (parts) {
      return days.one(epochDays);
    }
  }

  @Override
  public Panel panel() {
    if (days == null) {
      shareDays();
    }
    int[] calendar = counts.calendar();
    days.distinct().forEach(dates -> translate(dates, calendar));
    List<SymbolBars> symbols = new ArrayList<>();
    for (Part part : parts) {
      if (part != null) {
        symbols.add(new SymbolBars(part.symbol(), part.days(), part.columns()));
      }
    }
    return new Panel(calendar, symbols);
  }

  private static void translate(int[] dates, int[] calendar) {
    int place = Arrays.binarySearch(calendar, dates[0]);
    for (int bar = 0; bar < dates.length; bar++) {
      while (calendar[place] != dates[bar]) {
        place++;
      }
      dates[bar] = place;
    }
  }

  @Override
  public void close() {
    // The collector does it.
  }
}
