package nightshift.transforms.backtest;

import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;

/**
 * What every strategy has to beat: each symbol bought at the first open of the window that it has
 * after a close, held to its last bar there, and as much of the capital in each. Filled and paid
 * for like any strategy. It is none that can be searched.
 */
public final class BuyAndHold implements Strategy {
  /** What the database calls it where the name of a strategy stands. */
  public static final String NAME = "buy_and_hold";

  private static final List<Parameter> NONE = List.of();
  private static final Values NO_VALUES = new Values(NONE);

  private BuyAndHold() {}

  /** What it does in a window of a panel. */
  public static Detail over(Panel panel, Window window, Costs costs, Workbench bench) {
    return new Backtest(panel, window, new BuyAndHold(), costs, bench)
        .summaries(List.of(NO_VALUES))
        .get(0);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Parameter> parameters() {
    return NONE;
  }

  @Override
  public double[] textbook() {
    return new double[0];
  }

  @Override
  public Set<Column> columns() {
    return Set.of(Column.OPEN, Column.CLOSE);
  }

  @Override
  public int warmUp() {
    return 1;
  }

  @Override
  public void positions(Block block, Values values, Targets targets) {
    for (Bars bars : block) {
      if (bars.first() < bars.length()) {
        targets.set(bars, bars.first(), 1);
      }
    }
  }
}
