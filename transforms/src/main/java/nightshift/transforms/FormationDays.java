package nightshift.transforms;

import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.pairs.PricePaths;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Room;
import nightshift.transforms.panel.Stretch;
import nightshift.transforms.panel.SymbolBars;
import nightshift.transforms.panel.Transfer;
import nightshift.transforms.panel.Window;

/**
 * The last days of a panel on which its market was open: those on which at least half of its
 * symbols have a bar. A symbol is complete when it has a bar on each of them. An instance belongs
 * to one worker.
 */
final class FormationDays {
  private static final Set<Column> CLOSE = Set.of(Column.CLOSE);

  private final Panel panel;
  private final int[] days;
  private final Stretch stretch;
  private final Room room = new Room(new Transfer());
  private final double[] closes;

  /**
   * @param count how many days a formation has
   * @throws IllegalStateException when there are fewer
   */
  FormationDays(Panel panel, int count) {
    this.panel = panel;
    this.days = new int[count];
    this.closes = new double[count];
    int left = count;
    for (int day = panel.days() - 1; day >= 0 && left > 0; day--) {
      if (2 * panel.symbolsOn(day) >= panel.size()) {
        days[--left] = day;
      }
    }
    if (left > 0) {
      throw new IllegalStateException(
          "there are "
              + (count - left)
              + " trading days up to "
              + panel.dateOf(panel.days() - 1)
              + " where "
              + count
              + " are wanted; lower --formation, or choose a later --asOf");
    }
    this.stretch = Stretch.upTo(new Window(0, panel.days()));
  }

  /** ISO text. */
  String from() {
    return panel.dateOf(days[0]).toString();
  }

  /** ISO text, inclusive. */
  String to() {
    return panel.dateOf(days[days.length - 1]).toString();
  }

  /**
   * The closes of a symbol.
   *
   * @param place of the symbol in the panel
   * @return one a day, overwritten by the next call; null where a day has no bar
   */
  double[] closes(int place) {
    SymbolBars bars = panel.read(place, CLOSE, stretch, room);
    int bar = bars.firstBarFrom(days[0]);
    for (int k = 0; k < days.length; k++) {
      while (bar < bars.length() && bars.days()[bar] < days[k]) {
        bar++;
      }
      if (bar == bars.length() || bars.days()[bar] != days[k]) {
        return null;
      }
      closes[k] = bars.column(Column.CLOSE)[bar];
    }
    return closes;
  }

  /** The paths of all symbols that are complete. */
  PricePaths paths() {
    PricePaths.Builder paths = new PricePaths.Builder(panel.size(), days.length);
    for (int place = 0; place < panel.size(); place++) {
      double[] own = closes(place);
      if (own != null) {
        paths.add(panel.symbol(place), own, 0);
      }
    }
    return paths.build();
  }
}
