package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
import org.junit.jupiter.api.Test;

/** What comes after a day changes nothing that was done or earned up to it. */
class NoLookAheadTest {
  private static final List<Parameter> PARAMETERS = List.of(Parameter.whole("lag", 1, 5, 1));
  private static final Values LAG_2 = Values.nearest(PARAMETERS, 2);
  private static final int CASES = 200;

  /** Long above the close some bars ago, short below. */
  private static final class Trend implements Strategy {
    @Override
    public String name() {
      return "trend";
    }

    @Override
    public List<Parameter> parameters() {
      return PARAMETERS;
    }

    @Override
    public double[] textbook() {
      return new double[] {PARAMETERS.get(0).min()};
    }

    @Override
    public Set<Column> columns() {
      return Set.of(Column.CLOSE);
    }

    @Override
    public int warmUp() {
      return 6;
    }

    @Override
    public void positions(Block block, Values values, Targets targets) {
      int lag = values.integer(PARAMETERS.get(0));
      for (Bars bars : block) {
        double[] close = bars.close();
        for (int t = Math.max(lag, bars.first()); t < bars.length(); t++) {
          targets.set(bars, t, Math.signum(close[t] - close[t - lag]));
        }
      }
    }
  }

  private static Detail detail(Panel panel, Window window) {
    return detail(panel, window, Costs.DEFAULT);
  }

  private static Detail detail(Panel panel, Window window, Costs costs) {
    return new Backtest(panel, window, new Trend(), costs).detail(LAG_2);
  }

  /** Fills up to the next open stand, and daily returns up to the day itself. */
  @Test
  void otherPricesAfterADayChangeNothingUpToIt() {
    changesNothingUpToIt(Costs.DEFAULT);
  }

  /** The volatility that a fill pays for is known at the close before it. */
  @Test
  void norDoTheyChangeWhatFillsCost() {
    changesNothingUpToIt(new Costs(5, 5, 0.5, 3, 10_000));
  }

  private static void changesNothingUpToIt(Costs costs) {
    int changed = 0;
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase random = RandomCase.of(seed, Strategy.Scope.SYMBOL);
      Window window = random.window();
      int day = (window.from() + window.to()) / 2;
      Detail was = detail(random.prices().panel(), window, costs);
      Detail is = detail(random.prices().changedAfter(day).panel(), window, costs);
      int known = Math.min(window.days(), Math.max(0, day + 1 - window.from()));
      assertThat(Arrays.copyOf(is.returns(), known))
          .as("seed %d", seed)
          .containsExactly(Arrays.copyOf(was.returns(), known));
      assertThat(entriesUpTo(day + 1, is)).isEqualTo(entriesUpTo(day + 1, was));
      assertThat(endedBy(day, is)).isEqualTo(endedBy(day, was));
      changed += Arrays.equals(is.returns(), was.returns()) ? 0 : 1;
    }
    assertThat(changed).as("the changes are felt afterwards").isGreaterThan(CASES / 2);
  }

  /**
   * Where a window ends, what is held is sold at its last close; that sale, of which the day before
   * the end knows nothing, is all that tells a window from a longer one up to its end.
   */
  @Test
  void aWindowThatEndsEarlierDiffersByItsLastSalesAlone() {
    double cost = Costs.DEFAULT.perSide();
    Prices prices = new Prices(7).from(0, "A", 9, 9, 9, 9, 9, 9, 10, 11, 11, 12, 13, 14, 15, 16);
    Detail longer = detail(prices.panel(), new Window(3, 7));
    Detail shorter = detail(prices.panel(), new Window(3, 6));
    assertThat(shorter.returns()[0]).isEqualTo(longer.returns()[0]);
    assertThat(shorter.returns()[1]).isEqualTo(longer.returns()[1]);
    assertThat(shorter.returns()[2])
        .isCloseTo((1 + longer.returns()[2]) * (1 - cost) - 1, within(1e-15))
        .isNotCloseTo(longer.returns()[2], within(cost / 2));
  }

  private static List<String> entriesUpTo(int day, Detail detail) {
    return detail.trades().stream()
        .filter(trade -> trade.entryDay() <= day)
        .map(trade -> trade.symbol() + " on " + trade.entryDay())
        .toList();
  }

  private static List<Trade> endedBy(int day, Detail detail) {
    return detail.trades().stream().filter(trade -> trade.exitDay() <= day).toList();
  }
}
