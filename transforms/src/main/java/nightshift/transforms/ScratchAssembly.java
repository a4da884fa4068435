package nightshift.transforms;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import nightshift.io.gate.PriceSeries;
import nightshift.io.market.BarSlice;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Scratch;
import nightshift.transforms.panel.ScratchException;
import nightshift.transforms.panel.Transfer;

/** Writes slices to a scratch file as they come; memory has a few numbers for each. */
final class ScratchAssembly implements PanelAssembly {
  private final Scratch scratch;
  private final DayCounts counts = new DayCounts();
  private final String[] symbols;
  private final long[] starts;
  private final int[] lengths;

  /**
   * @param scratch empty; closed with this
   * @param places how many symbols there are at most
   */
  ScratchAssembly(Scratch scratch, int places) {
    this.scratch = scratch;
    this.symbols = new String[places];
    this.starts = new long[places];
    this.lengths = new int[places];
  }

  @Override
  public void add(int place, BarSlice slice, Transfer transfer) throws ScratchException {
    starts[place] = scratch.write(slice.days(), slice::column, transfer);
    lengths[place] = slice.size();
    symbols[place] = slice.symbol();
    counts.add(slice.days());
  }

  @Override
  public int[] days(int place, Transfer transfer) throws ScratchException {
    return scratch.days(starts[place], lengths[place], transfer);
  }

  @Override
  public void remove(int place) throws ScratchException {
    counts.remove(days(place, new Transfer()));
    lengths[place] = 0;
  }

  /** What is left is written over what was there, which is longer. */
  @Override
  public void removeBars(int place, BitSet gone, Transfer transfer) throws ScratchException {
    int[] days = days(place, transfer);
    Map<Column, double[]> kept = new EnumMap<>(Column.class);
    for (Column column : scratch.columns()) {
      double[] values = scratch.values(starts[place], lengths[place], column, transfer);
      kept.put(column, PriceSeries.without(values, gone));
    }
    int[] keptDays = PriceSeries.without(days, gone);
    scratch.rewrite(starts[place], keptDays, kept::get, transfer);
    counts.remove(days);
    counts.add(keptDays);
    lengths[place] = keptDays.length;
  }

  @Override
  public Panel panel() {
    int[] present = IntStream.range(0, symbols.length).filter(i -> lengths[i] > 0).toArray();
    return Panel.in(
        scratch,
        counts.calendar(),
        counts.symbolsOn(),
        Arrays.stream(present).mapToObj(i -> symbols[i]).toArray(String[]::new),
        Arrays.stream(present).mapToLong(i -> starts[i]).toArray(),
        Arrays.stream(present).map(i -> lengths[i]).toArray());
  }

  @Override
  public void close() {
    scratch.close();
  }
}
