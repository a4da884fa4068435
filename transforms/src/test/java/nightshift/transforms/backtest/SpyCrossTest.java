package nightshift.transforms.backtest;

import static nightshift.transforms.strategy.Indicators.sma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nightshift.io.market.Column;
import nightshift.transforms.backtest.Ta4jCross.Fills;
import nightshift.transforms.backtest.Ta4jCross.Held;
import nightshift.transforms.panel.Window;
import nightshift.transforms.stats.EquityCurve;
import nightshift.transforms.strategy.Bars;
import nightshift.transforms.strategy.Block;
import nightshift.transforms.strategy.Parameter;
import nightshift.transforms.strategy.Strategies;
import nightshift.transforms.strategy.Strategy;
import nightshift.transforms.strategy.Targets;
import nightshift.transforms.strategy.Values;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two years of SPY traded by crossing averages, trade by trade as ta4j has them. Where conventions
 * differ, ours are turned into theirs: what is open at the end is sold at the last close, a fill at
 * the close of the decision is one at an open that equals it, and positions may be taken up at a
 * crossing only.
 */
class SpyCrossTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Costs FREE = new Costs(0, 0);

  private SpyQuotes spy;

  /** The crossing of {@code sma_cross}, without its ranges, and with both ways of entering. */
  private record Cross(boolean crossings) implements Strategy {
    private static final Parameter FAST = Parameter.whole("fast", 1, 50, 1);
    private static final Parameter SLOW = Parameter.whole("slow", 5, 250, 1);

    @Override
    public String name() {
      return "cross";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(FAST, SLOW);
    }

    @Override
    public double[] textbook() {
      return new double[] {10, 30};
    }

    @Override
    public Set<Column> columns() {
      return Set.of(Column.CLOSE);
    }

    @Override
    public int warmUp() {
      return 251;
    }

    @Override
    public void positions(Block block, Values values, Targets targets) {
      for (Bars bars : block) {
        double[] fast = sma(bars, values.integer(FAST));
        double[] slow = sma(bars, values.integer(SLOW));
        for (int t = values.integer(SLOW) - 1; t < bars.length(); t++) {
          if (fast[t] > slow[t] && (!crossings || fast[t - 1] <= slow[t - 1])) {
            targets.set(bars, t, 1);
          } else if (fast[t] < slow[t]) {
            targets.set(bars, t, 0);
          }
        }
      }
    }
  }

  @BeforeEach
  void quotes() throws IOException {
    assumeTrue(SpyQuotes.areThere(), "the real prices are not beside the project");
    spy = SpyQuotes.read();
  }

  private static Detail detail(
      SpyQuotes quotes, Strategy strategy, Costs costs, double... parameters) {
    Values values = Values.nearest(strategy.parameters(), parameters);
    return new Backtest(quotes.panel(), new Window(0, quotes.size()), strategy, costs)
        .detail(values);
  }

  /** With next-open fills ours are theirs, day by day and to the last digit of the return. */
  @Test
  void tenOverThirty() {
    List<Held> theirs = new Ta4jCross(10, 30, 0, false, Fills.NEXT_OPEN).trade(spy, 0);
    Detail ours = detail(spy, new Cross(false), FREE, 10, 30);
    assertThat(ours.trades()).hasSizeGreaterThan(5);
    compare(ours.trades(), theirs, spy, 0);
    double growth =
        theirs.stream()
            .mapToDouble(held -> held.exitPrice() / held.entryPrice())
            .reduce(1, (a, b) -> a * b);
    assertThat(EquityCurve.of(ours.returns()).totalReturn()).isCloseTo(growth - 1, EXACT);
  }

  /** Not until the averages have crossed: a position that would be there at once is not taken. */
  @Test
  void tenOverThirtyAtCrossingsAlone() {
    List<Held> theirs = new Ta4jCross(10, 30, 0, true, Fills.NEXT_OPEN).trade(spy, 0);
    Detail ours = detail(spy, new Cross(true), FREE, 10, 30);
    assertThat(ours.trades())
        .hasSizeLessThan(detail(spy, new Cross(false), FREE, 10, 30).trades().size() + 1);
    compare(ours.trades(), theirs, spy, 0);
  }

  @Test
  void tenOverThirtyFilledAtTheCloseOfTheDecision() throws IOException {
    List<Held> theirs = new Ta4jCross(10, 30, 0, false, Fills.SAME_CLOSE).trade(spy, 0);
    Detail ours = detail(spy.openingAtTheCloseBefore(), new Cross(false), FREE, 10, 30);
    compare(ours.trades(), theirs, spy, 1);
  }

  /** The built-in strategy itself, with parameters that it has. */
  @ParameterizedTest
  @CsvSource({"10, 50, 0", "1, 50, 0.01", "20, 100, 0", "5, 60, 0.005", "50, 200, 0"})
  void theBuiltInOne(int fast, int slow, double band) {
    List<Held> theirs = new Ta4jCross(fast, slow, band, false, Fills.NEXT_OPEN).trade(spy, 0);
    Detail ours = detail(spy, Strategies.named("sma_cross"), FREE, fast, slow, band);
    assertThat(ours.trades()).isNotEmpty();
    compare(ours.trades(), theirs, spy, 0);
  }

  /**
   * @param later how many bars after theirs ours are filled
   */
  private static void compare(List<Trade> ours, List<Held> theirs, SpyQuotes spy, int later) {
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      Trade own = ours.get(i);
      Held other = theirs.get(i);
      boolean open = other.exit() < 0;
      assertThat(own.entryDay()).as("entry %d", i).isEqualTo(other.entry() + later);
      assertThat(own.exitDay())
          .as("exit %d", i)
          .isEqualTo(open ? spy.size() - 1 : other.exit() + later);
      assertThat(own.netReturn())
          .as("return %d", i)
          .isCloseTo(other.exitPrice() / other.entryPrice() - 1, EXACT);
      if (!open) {
        assertThat(own.netReturn()).isCloseTo(other.netReturn(), EXACT);
      }
    }
  }

  /**
   * Costs: theirs are shares of the price of each fill; ours of the capital at the open and at the
   * exit. Theirs in our formula are ours, and the two differ by costs on costs and on a day's move.
   */
  @Test
  void costsOfBothSides() {
    double cost = Costs.DEFAULT.perSide();
    List<Held> theirs = new Ta4jCross(10, 30, 0, false, Fills.NEXT_OPEN).trade(spy, cost);
    List<Trade> ours = detail(spy, new Cross(false), Costs.DEFAULT, 10, 30).trades();
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      Held held = theirs.get(i);
      double firstClose = spy.closes()[held.entry()];
      double firstDay = firstClose / held.entryPrice() - cost;
      double net = firstDay * (held.exitPrice() / firstClose) * (1 - cost) - 1;
      assertThat(ours.get(i).netReturn()).isCloseTo(net, EXACT);
      if (held.exit() >= 0) {
        assertThat(ours.get(i).netReturn()).isCloseTo(held.netReturn(), within(0.1 * cost));
      }
    }
  }

  /** What is known of 2018 with dividends: -4.57 %, and -19.35 % from 20 September to Christmas. */
  @Test
  void buyAndHoldIsWhatTheFundDid() {
    Scripted always = new Scripted(Strategy.Scope.SYMBOL, (candidate, symbol, day) -> 1);
    int first = spy.firstOf(2018);
    SpyQuotes quotes = spy;
    double[] returns =
        new Backtest(quotes.panel(), new Window(first, quotes.size()), always, FREE)
            .detail(Scripted.candidate(0))
            .returns();
    // Bought at the first open: the way there from the last close of 2017 is put before it.
    double gap = quotes.opens()[first] / quotes.closes()[first - 1];
    EquityCurve curve = EquityCurve.of(returns);
    assertThat((1 + curve.totalReturn()) * gap - 1).isCloseTo(-0.0457, within(5e-5));
    assertThat(curve.maxDrawdown()).isCloseTo(-0.1935, within(5e-5));
    assertThat(spy.date(spy.size() - 1)).isEqualTo(LocalDate.of(2018, 12, 31));
  }
}
