package nightshift.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Finding;
import nightshift.io.market.MarketException;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;

/**
 * Reads the slices of a fold and puts them side by side on one calendar. Every worker that wants
 * the panel takes part: each reads one symbol after another until none is left. What comes of it
 * depends on the order of the symbols alone.
 */
final class PanelLoader {
  private final PanelRequest request;
  private final SymbolReader reader;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;
  private final BarSlice[] slices;
  private final MarketException[] failures;
  private final CompletableFuture<Loaded> panel = new CompletableFuture<>();

  /** Reads the bars of one symbol. */
  interface SymbolReader {
    BarSlice read(String symbol) throws MarketException;
  }

  PanelLoader(PanelRequest request, SymbolReader reader) {
    this.request = request;
    this.reader = reader;
    int symbols = request.fold().symbols().size();
    this.left = new AtomicInteger(symbols);
    this.slices = new BarSlice[symbols];
    this.failures = new MarketException[symbols];
  }

  /** A loader from the market that the request names. */
  static PanelLoader of(PanelRequest request) {
    return new PanelLoader(
        request,
        symbol ->
            request
                .source()
                .market()
                .read(symbol, request.columns(), request.from(), request.to()));
  }

  /**
   * A panel, and what had to be set aside on the way.
   *
   * @param setAside the symbols that could not be read, and rows that could not be used
   */
  record Loaded(Panel panel, List<QuarantineRow> setAside) {}

  /**
   * Takes part in the reading, and waits until all is read. A symbol that cannot be read, or has no
   * bars in these days, is left out.
   *
   * @return the same for every worker
   * @throws MarketException when no symbol is left
   */
  Loaded load() throws MarketException {
    try {
      if (!panel.isDone()) {
        Stage.READING.run(this::readOn);
      }
    } catch (MarketException | RuntimeException | Error e) {
      next.set(slices.length);
      panel.completeExceptionally(e);
      throw e;
    }
    try {
      return panel.join();
    } catch (CompletionException e) {
      throw new MarketException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** Reads until no symbol is left; who finishes last puts the panel together. */
  private void readOn() throws MarketException {
    for (int i = next.getAndIncrement(); i < slices.length; i = next.getAndIncrement()) {
      read(i);
      if (left.decrementAndGet() == 0) {
        panel.complete(assemble());
      }
    }
  }

  private void read(int i) {
    try {
      slices[i] = reader.read(request.fold().symbols().get(i));
    } catch (MarketException e) {
      failures[i] = e;
    }
  }

  private Loaded assemble() throws MarketException {
    List<BarSlice> usable = new ArrayList<>();
    List<QuarantineRow> setAside = new ArrayList<>();
    for (int i = 0; i < slices.length; i++) {
      if (failures[i] != null) {
        setAside.add(SetAside.unreadable(request.fold().symbols().get(i), failures[i]));
        continue;
      }
      for (Finding finding : slices[i].findings()) {
        setAside.add(SetAside.of(finding));
      }
      if (slices[i].size() > 0) {
        usable.add(slices[i]);
      }
    }
    if (usable.isEmpty()) {
      throw new MarketException(
          "none of the "
              + slices.length
              + " symbols of fold "
              + request.fold().fold().year()
              + " has a usable bar from "
              + request.from()
              + " to "
              + request.to()
              + (setAside.isEmpty() ? "" : "; the first reason: " + setAside.get(0).detail()));
    }
    return new Loaded(align(usable), List.copyOf(setAside));
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
