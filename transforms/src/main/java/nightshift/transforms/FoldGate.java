package nightshift.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nightshift.io.gate.Copies;
import nightshift.io.gate.GateAction;
import nightshift.io.gate.GateFinding;
import nightshift.io.gate.GateMode;
import nightshift.io.gate.MarketCalendar;
import nightshift.io.gate.PriceSeries;
import nightshift.io.gate.SymbolGate;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.io.market.Finding;
import nightshift.io.research.QuarantineRow;
import nightshift.transforms.panel.Transfer;

/**
 * Takes the symbols of a fold through the data gate: each by itself when it is read, by several
 * workers, and all of them together when no more will come, by one. Of each symbol it keeps a
 * fingerprint and a few numbers.
 */
final class FoldGate {
  /** A fingerprint; first and last day, number of bars; and while copies are looked for, a key. */
  private static final long BYTES_OF_SYMBOL =
      Copies.BYTES_OF_SYMBOL + 4L * Integer.BYTES + 2L * Long.BYTES;

  /** Rows that the reader left out and that speak against a symbol. */
  private static final Set<String> LOST = Set.of("bad_date", "missing_close");

  private final GateMode mode;
  private final FoldSymbols fold;
  private final Set<Column> columns;
  private final Copies copies;
  private final MarketCalendar calendar;
  private final int[] first;
  private final int[] last;
  private final int[] bars;
  private final boolean[] failed;

  /** By symbol, each entry written by one worker. */
  private final List<List<QuarantineRow>> found = new ArrayList<>();

  FoldGate(PanelRequest request) {
    this.mode = request.source().gate();
    this.fold = request.fold();
    this.columns = request.columns();
    int symbols = mode == GateMode.OFF ? 0 : fold.symbols().size();
    int from = Math.toIntExact(request.from().toEpochDay());
    int to = Math.toIntExact(request.to().toEpochDay());
    this.copies = new Copies(symbols, from, to);
    this.calendar = new MarketCalendar(from, to);
    this.first = new int[symbols];
    this.last = new int[symbols];
    this.bars = new int[symbols];
    this.failed = new boolean[fold.symbols().size()];
    fold.symbols().forEach(symbol -> found.add(new ArrayList<>(0)));
  }

  /** How many bytes it takes at most. */
  static long bytes(int symbols, long days) {
    return symbols * BYTES_OF_SYMBOL + MarketCalendar.bytes(days);
  }

  /** Notes a symbol that cannot be read. */
  void unreadable(int place, QuarantineRow reason) {
    failed[place] = true;
    found.get(place).add(reason);
  }

  /**
   * Takes a symbol through the rules that need no other.
   *
   * @param place of the symbol among all of the fold, each given once at most
   * @param slice all columns, unless the gate is off; must not be used any more
   * @return what is left, with the columns of the panel; without bars when it is set aside
   */
  BarSlice examine(int place, BarSlice slice) {
    List<QuarantineRow> own = found.get(place);
    if (mode == GateMode.OFF) {
      slice.findings().forEach(finding -> own.add(SetAside.of(finding)));
      return slice;
    }
    long lost = 0;
    for (Finding finding : slice.findings()) {
      lost += LOST.contains(finding.rule()) ? finding.rows() : 0;
      if (!isOurs(finding, slice)) {
        own.add(SetAside.of(finding));
      }
    }
    SymbolGate.Examined examined = SymbolGate.examine(series(slice), lost, mode);
    examined.findings().forEach(finding -> own.add(SetAside.of(slice.symbol(), finding)));
    failed[place] = examined.setAside();
    PriceSeries left = examined.bars();
    if (examined.setAside() || left.size() == 0) {
      return new BarSlice(slice.symbol(), new int[0], Map.of(), List.of());
    }
    copies.add(place, left.days(), left.close());
    calendar.add(left.days());
    first[place] = left.days()[0];
    last[place] = left.days()[left.size() - 1];
    bars[place] = left.size();
    return new BarSlice(slice.symbol(), left.days(), values(left), List.of());
  }

  /**
   * Whether the gate says it better, or it concerns a column that nobody but the gate asked for.
   */
  private boolean isOurs(Finding finding, BarSlice slice) {
    return switch (finding.rule()) {
      case "missing_open" -> slice.isStored(Column.OPEN);
      case "high_low_filled" ->
          !slice.isStored(Column.HIGH)
              && !slice.isStored(Column.LOW)
              && !columns.contains(Column.HIGH)
              && !columns.contains(Column.LOW);
      default -> false;
    };
  }

  private static PriceSeries series(BarSlice slice) {
    return new PriceSeries(
        slice.days(),
        stored(slice, Column.OPEN),
        stored(slice, Column.HIGH),
        stored(slice, Column.LOW),
        slice.column(Column.CLOSE),
        stored(slice, Column.VOLUME));
  }

  private static double[] stored(BarSlice slice, Column column) {
    return slice.isStored(column) ? slice.column(column) : null;
  }

  private Map<Column, double[]> values(PriceSeries series) {
    Map<Column, double[]> values = new EnumMap<>(Column.class);
    for (Column column : columns) {
      values.put(column, series.column(column));
    }
    return values;
  }

  /**
   * Applies the rules that need all symbols, and takes what they set aside out of the panel.
   *
   * @throws MarketRefusedException when most symbols fail
   */
  void settle(PanelAssembly assembly, Transfer transfer) throws IOException {
    if (mode == GateMode.OFF) {
      return;
    }
    setCopiesAside(assembly, transfer);
    MarketCalendar.Sessions sessions = calendar.sessions();
    for (int place = 0; place < bars.length; place++) {
      if (bars[place] > 0 && sessions.mayConcern(first[place], last[place], bars[place], mode)) {
        fit(place, sessions, assembly, transfer);
      }
    }
    refuseIfMostFail();
  }

  private void setCopiesAside(PanelAssembly assembly, Transfer transfer) throws IOException {
    int[] original = copies.originals();
    for (int place = 0; place < original.length; place++) {
      if (original[place] != place) {
        calendar.remove(assembly.days(place, transfer));
        String as = "the same series as " + fold.symbols().get(original[place]);
        setAside(
            place,
            new GateFinding(
                Copies.RULE,
                GateFinding.WHOLE_SYMBOL,
                bars[place],
                bars[place],
                GateAction.SYMBOL_SET_ASIDE,
                as),
            assembly);
      }
    }
  }

  private void fit(
      int place, MarketCalendar.Sessions sessions, PanelAssembly assembly, Transfer transfer)
      throws IOException {
    int[] days = assembly.days(place, transfer);
    GateFinding finding = sessions.judge(days, mode);
    if (finding == null) {
      return;
    }
    if (finding.action() == GateAction.SYMBOL_SET_ASIDE) {
      setAside(place, finding, assembly);
    } else {
      assembly.removeBars(place, sessions.offBars(days), transfer);
      found.get(place).add(SetAside.of(fold.symbols().get(place), finding));
    }
  }

  private void setAside(int place, GateFinding finding, PanelAssembly assembly) throws IOException {
    assembly.remove(place);
    bars[place] = 0;
    failed[place] = true;
    found.get(place).add(SetAside.of(fold.symbols().get(place), finding));
  }

  private void refuseIfMostFail() throws MarketRefusedException {
    int failures = 0;
    int looked = 0;
    Map<String, Integer> reasons = new TreeMap<>();
    String example = "";
    for (int place = 0; place < failed.length; place++) {
      if (failed[place]) {
        failures++;
        QuarantineRow reason = reason(place);
        reasons.merge(reason.rule(), 1, Integer::sum);
        example = example.isEmpty() ? reason.symbol() + ", " + reason.detail() : example;
      }
      looked += failed[place] || bars[place] > 0 ? 1 : 0;
    }
    if (2 * failures > looked) {
      throw new MarketRefusedException(
          "the data gate refuses the market: "
              + failures
              + " of "
              + looked
              + " symbols of fold "
              + fold.fold().year()
              + " fail ("
              + reasons.entrySet().stream()
                  .map(reason -> reason.getValue() + " " + reason.getKey())
                  .collect(Collectors.joining(", "))
              + "; the first is "
              + example
              + "); see the table quarantine, or switch it off with --dataGate=off",
          findings());
    }
  }

  /** Why a symbol fails. */
  private QuarantineRow reason(int place) {
    return found.get(place).stream()
        .filter(row -> row.action().equals(GateAction.SYMBOL_SET_ASIDE.text()))
        .findFirst()
        .orElseThrow();
  }

  /** Everything that was found, by symbol. */
  List<QuarantineRow> findings() {
    return found.stream().flatMap(List::stream).toList();
  }
}
