package nightshift.transforms.strategy;

import java.util.ArrayList;
import java.util.List;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;

/** What a strategy decides, in a form that tests can compare. */
public final class Decisions {
  private Decisions() {}

  /**
   * From the close of a day on, this much of a symbol.
   *
   * @param day as an index into the calendar
   */
  public record Change(int day, double weight) {}

  /** The changes of each symbol, with the choice of parameters nearest to the given values. */
  public static List<List<Change>> of(
      Strategy strategy, Panel panel, Window window, double... values) {
    return of(strategy, panel, window, Values.nearest(strategy.parameters(), values));
  }

  /**
   * The changes of a symbol that is there alone, with these closes, traded from a day on.
   *
   * @param from the first traded day; the first decision falls on the one before
   */
  public static List<Change> alone(Strategy strategy, double[] closes, int from, double... values) {
    return of(strategy, Prices.closes(closes), new Window(from, closes.length), values).get(0);
  }

  /** The changes of each symbol. */
  static List<List<Change>> of(Strategy strategy, Panel panel, Window window, Values values) {
    return of(strategy, Block.of(panel, window), values);
  }

  /** The changes of each symbol of a block. */
  static List<List<Change>> of(Strategy strategy, Block block, Values values) {
    Targets targets = new Targets();
    targets.reset(block.size());
    strategy.positions(block, values, targets);
    List<List<Change>> symbols = new ArrayList<>();
    for (Bars bars : block) {
      List<Change> changes = new ArrayList<>();
      for (int c = 0; c < targets.count(bars.index()); c++) {
        int bar = targets.bars(bars.index())[c];
        changes.add(new Change(bars.days()[bar], targets.weights(bars.index())[c]));
      }
      symbols.add(changes);
    }
    return symbols;
  }
}
