package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategy.Scope;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Examples small enough to check by hand; 10 basis points a side, 0.001. */
class BacktestExamplesTest {
  private static final double NAN = Double.NaN;
  private static final Offset<Double> EXACT = within(1e-15);

  /** Day 0 is before the window of days 1 to 4 in most examples: open, close. */
  private static final double[] RISING = {100, 100, 100, 102, 105, 110, 110, 115, 120, 120};

  /** Wants what stands at each day; NaN: what it wanted before. */
  private static Scripted wants(Scope scope, double... byDay) {
    return new Scripted(scope, (candidate, symbol, day) -> byDay[day]);
  }

  private static Backtest backtest(Prices prices, int from, int to, Scripted strategy) {
    return new Backtest(prices.panel(), new Window(from, to), strategy, Costs.DEFAULT);
  }

  private static Detail detail(Prices prices, int from, int to, double... wanted) {
    return backtest(prices, from, to, wants(Scope.SYMBOL, wanted)).detail(Scripted.candidate(0));
  }

  private static Prices rising() {
    return new Prices(5).from(0, "A", RISING);
  }

  @Test
  void buysAtTheNextOpenHoldsAndSells() {
    Detail detail = detail(rising(), 1, 5, 1, NAN, 0, NAN, NAN);
    // Bought at day 1's open, 100, for 0.001: 102/100 - 1 - 0.001. Held from 102 to 110. Sold at
    // day 3's open, 110, where it had closed.
    assertThat(detail.returns()).containsExactly(new double[] {0.019, 8.0 / 102, -0.001, 0}, EXACT);
    // 1.019 * 110/102 * 0.999 = 1.09782265
    assertThat(detail.trades()).hasSize(1);
    Trade trade = detail.trades().get(0);
    assertThat(trade.symbol()).isEqualTo("A");
    assertThat(trade.entryDay()).isEqualTo(1);
    assertThat(trade.exitDay()).isEqualTo(3);
    assertThat(trade.netReturn()).isCloseTo(0.09782265, within(1e-8));
    // Held on 2 of 4 days; 1 bought and 1 sold in 4 of 252 days.
    assertThat(detail.exposure()).isEqualTo(0.5);
    assertThat(detail.turnover()).isEqualTo(2 * 252 / 4.0);
  }

  @Test
  void turnsAroundForTheCostOfBothSides() {
    Detail detail = detail(rising(), 1, 5, 1, -1, NAN, 0, NAN);
    double[] expected = {
      0.019,
      // Long from 102 to 105, then short from 105 to 110, for 2 * 0.001.
      105.0 / 102 * (1 - 5.0 / 105 - 0.002) - 1,
      // Short: no gap, then from 110 to 115.
      -5.0 / 110,
      // Short from 115 to day 4's open, 120, and bought back for 0.001.
      (1 - 5.0 / 115) * 0.999 - 1
    };
    assertThat(detail.returns()).containsExactly(expected, EXACT);
    assertThat(detail.trades()).hasSize(2);
    assertThat(detail.trades().get(0).exitDay()).isEqualTo(2);
    assertThat(detail.trades().get(0).netReturn()).isCloseTo(1.019 * 105 / 102 * 0.999 - 1, EXACT);
    assertThat(detail.trades().get(1).entryDay()).isEqualTo(2);
    assertThat(detail.trades().get(1).netReturn())
        .isCloseTo((1 - 5.0 / 105 - 0.001) * (105.0 / 110) * (110.0 / 115) * 0.999 - 1, EXACT);
  }

  @Test
  void aChangeOfSizeIsTheSameTrade() {
    Detail detail = detail(rising(), 1, 5, 0.5, 1, 0.25, 0, NAN);
    double[] expected = {
      0.5 * 0.02 - 0.0005,
      (1 + 0.5 * 3 / 102) * (1 + 5.0 / 105 - 0.0005) - 1,
      0.25 * 5 / 110 - 0.00075,
      (1 + 0.25 * 5 / 115) * (1 - 0.00025) - 1
    };
    assertThat(detail.returns()).containsExactly(expected, EXACT);
    assertThat(detail.trades()).hasSize(1);
    assertThat(detail.exposure()).isEqualTo((0.5 + 1 + 0.25) / 4);
    assertThat(detail.turnover()).isEqualTo((0.5 + 0.5 + 0.75 + 0.25) / 4 * 252);
  }

  @Test
  void isSoldAtTheCloseOfTheWindowsLastDay() {
    Detail detail = detail(rising(), 1, 4, 1, NAN, NAN, NAN, NAN);
    assertThat(detail.returns())
        .containsExactly(new double[] {0.019, 8.0 / 102, 115.0 / 110 * 0.999 - 1}, EXACT);
    assertThat(detail.trades()).hasSize(1);
    assertThat(detail.trades().get(0).exitDay()).isEqualTo(3);
    assertThat(detail.turnover()).isEqualTo(2 * 252 / 3.0);
  }

  @Test
  void whatIsFilledOnTheLastDayIsSoldAtItsClose() {
    Detail detail = detail(rising(), 1, 4, NAN, NAN, 1, NAN, NAN);
    double lastDay = (1 + 5.0 / 110 - 0.001) * 0.999 - 1;
    assertThat(detail.returns()).containsExactly(new double[] {0, 0, lastDay}, EXACT);
    assertThat(detail.trades()).hasSize(1);
    assertThat(detail.trades().get(0).entryDay()).isEqualTo(3);
    assertThat(detail.trades().get(0).exitDay()).isEqualTo(3);
  }

  @Test
  void whatIsDecidedAtTheLastCloseIsNeverFilled() {
    Detail detail = detail(rising(), 1, 5, NAN, NAN, NAN, NAN, 1);
    assertThat(detail.returns()).containsExactly(0, 0, 0, 0);
    assertThat(detail.trades()).isEmpty();
    assertThat(detail.symbols()).hasSize(1);
    assertThat(detail.symbols().get(0).totalReturn()).isZero();
    assertThat(detail.symbols().get(0).sharpe()).isNaN();
  }

  @Test
  void aDelistedSymbolIsSoldAtItsLastCloseAndThenCountsNoMore() {
    Prices prices =
        new Prices(5)
            .from(0, "A", 100, 100, 100, 102, 105, 110)
            .from(0, "B", 50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
    Detail detail = detail(prices, 1, 5, 1, NAN, NAN, NAN, NAN);
    double[] expected = {
      // B is bought too, stands still, and is sold on day 4.
      (0.019 - 0.001) / 2, (110.0 / 102 * 0.999 - 1 + 0) / 2, 0, -0.001
    };
    assertThat(detail.returns()).containsExactly(expected, EXACT);
    assertThat(detail.trades().get(0).exitDay()).isEqualTo(2);
    assertThat(detail.trades().get(1).exitDay()).isEqualTo(4);
    // One of one held on every day, by symbols that have a bar.
    assertThat(detail.exposure()).isEqualTo(1);
    // Both bought on day 1; A, one of two, sold on day 2; B, one of one, on day 4.
    assertThat(detail.turnover()).isEqualTo((1 + 0.5 + 1) / 4 * 252);
  }

  @Test
  void fillsAtTheCloseWhereThereIsNoOpenAndCountsIt() {
    Prices prices = new Prices(4).from(0, "A", 100, 100, NAN, 102, 0, 110, -5, 120);
    Backtest backtest = backtest(prices, 1, 4, wants(Scope.SYMBOL, 1, NAN, 0, NAN));
    Detail detail = backtest.detail(Scripted.candidate(0));
    // Bought at 102; held to 110, where no fill is wanted; sold at 120.
    assertThat(detail.returns())
        .containsExactly(new double[] {-0.001, 8.0 / 102, 120.0 / 110 * 0.999 - 1}, EXACT);
    assertThat(detail.missingOpenFills()).isEqualTo(2);
    backtest.search(List.of(Scripted.candidate(1), Scripted.candidate(2)));
    assertThat(backtest.missingOpenFills()).as("each bar once").isEqualTo(2);
  }

  @Test
  void aDayWithoutABarKeepsTheWeightAndGivesNothing() {
    Prices prices = new Prices(5).bar("A", 0, 100, 100).bar("A", 1, 100, 102).bar("A", 3, 105, 110);
    // What is wanted on day 2, without a bar, is never asked; 0 from day 1 on fills on day 3.
    Detail detail = detail(prices, 1, 5, 1, 0, -1, NAN, NAN);
    assertThat(detail.returns())
        .containsExactly(new double[] {0.019, 0, 105.0 / 102 * 0.999 - 1, 0}, EXACT);
  }

  @Test
  void sharesOfTheWholeCapitalAreAdded() {
    Prices prices =
        new Prices(3)
            .from(0, "A", 100, 100, 100, 110, 110, 110)
            .from(0, "B", 100, 100, 100, 105, 105, 105);
    Scripted strategy = new Scripted(Scope.PANEL, (c, s, day) -> s.equals("A") ? 0.5 : -0.25);
    Backtest backtest = backtest(prices, 1, 3, strategy);
    Detail detail = backtest.detail(Scripted.candidate(0));
    // 0.5 * 10 % - 0.25 * 5 %, less 0.75 * 0.001; on the last day the sales.
    assertThat(detail.returns())
        .containsExactly(new double[] {0.05 - 0.0125 - 0.00075, -0.00075}, EXACT);
    assertThat(detail.exposure()).isEqualTo(0.75);
    assertThat(detail.turnover()).isEqualTo((0.75 + 0.75) / 2 * 252);
    assertThat(detail.trades()).extracting(Trade::symbol).containsExactly("A", "B");
  }

  @Test
  void eachSymbolHasItsOwnResult() {
    Prices prices =
        new Prices(4)
            .from(0, "A", 100, 100, 100, 110, 110, 110)
            .from(0, "B", 100, 100, 100, 100, 100, 100, 100, 100)
            .bar("C", 0, 100, 100);
    Scripted strategy = new Scripted(Scope.SYMBOL, (c, s, day) -> s.equals("A") ? 1 : NAN);
    Detail detail = backtest(prices, 1, 4, strategy).detail(Scripted.candidate(0));
    assertThat(detail.symbols()).extracting(SymbolResult::symbol).containsExactly("A", "B");
    SymbolResult a = detail.symbols().get(0);
    // Returns 0.099 and -0.001 on its two days: mean 0.049, sd 0.1/sqrt(2).
    assertThat(a.totalReturn()).isCloseTo(1.099 * 0.999 - 1, EXACT);
    assertThat(a.sharpe()).isCloseTo(0.049 / 0.1 * Math.sqrt(2 * 252), within(1e-12));
    assertThat(a.trades()).isEqualTo(1);
    assertThat(detail.symbols().get(1).trades()).isZero();
  }

  @Test
  void aPositionThatLostEverythingStaysLost() {
    Prices prices = new Prices(4).from(0, "A", 100, 100, 100, 300, 300, 900, 900, 900);
    Detail detail = detail(prices, 1, 4, -1, NAN, NAN, NAN);
    assertThat(detail.returns()[0]).isCloseTo(-2.001, EXACT);
    assertThat(detail.trades().get(0).netReturn()).isEqualTo(-1);
    assertThat(detail.symbols().get(0).totalReturn()).isEqualTo(-1);
  }

  @Test
  void aWindowWithoutDaysIsEmpty() {
    Detail detail = detail(rising(), 2, 2, 1, 1, 1, 1, 1);
    assertThat(detail.returns()).isEmpty();
    assertThat(detail.symbols()).isEmpty();
    assertThat(detail.exposure()).isNaN();
  }

  @Test
  void aWindowBeyondThePanelIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> backtest(rising(), 1, 6, wants(Scope.SYMBOL)))
        .withMessageContaining("5 days")
        .withMessageContaining("to=6");
  }
}
