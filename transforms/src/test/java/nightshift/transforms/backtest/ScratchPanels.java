package nightshift.transforms.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Scratch;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Transfer;

/** Puts the bars of a panel in memory into a scratch file, the last symbol first. */
final class ScratchPanels {
  private ScratchPanels() {}

  static Panel of(Panel panel, Path folder) throws IOException {
    Set<Column> columns = EnumSet.copyOf(panel.symbols().get(0).columns());
    Scratch scratch = Scratch.in(folder, columns, 1 << 20);
    int symbols = panel.size();
    int[] calendar = new int[panel.days()];
    for (int day = 0; day < calendar.length; day++) {
      calendar[day] = (int) panel.dateOf(day).toEpochDay();
    }
    String[] names = new String[symbols];
    long[] starts = new long[symbols];
    int[] lengths = new int[symbols];
    for (int i = symbols - 1; i >= 0; i--) {
      SymbolBars bars = panel.symbols().get(i);
      int[] days =
          IntStream.range(0, bars.length()).map(bar -> calendar[bars.days()[bar]]).toArray();
      names[i] = bars.symbol();
      lengths[i] = days.length;
      starts[i] = scratch.write(days, bars::column, new Transfer());
    }
    int[] counts = IntStream.range(0, calendar.length).map(panel::symbolsOn).toArray();
    return Panel.in(scratch, calendar, counts, names, starts, lengths);
  }
}
