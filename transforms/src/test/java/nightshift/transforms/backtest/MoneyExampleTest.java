package nightshift.transforms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import nightshift.transforms.panel.Window;
import nightshift.transforms.strategy.Strategy.Scope;
import org.junit.jupiter.api.Test;

/**
 * Backtests in money, to the cent, by hand. Commission is 5 basis points and at least 6.00 a fill,
 * slippage 10 basis points; the account has the same capital each morning.
 */
class MoneyExampleTest {
  private static final double NAN = Double.NaN;

  private static Costs costs(double slippageVol, double capital) {
    return new Costs(5, 10, slippageVol, 6, capital);
  }

  private static Detail detail(Prices prices, Costs costs, Scripted strategy) {
    Window window = new Window(1, prices.days());
    return new Backtest(prices.panel(), window, strategy, costs).detail(Scripted.candidate(0));
  }

  private static Scripted wants(double... byDay) {
    return new Scripted(Scope.SYMBOL, (candidate, symbol, day) -> byDay[day]);
  }

  private static void assertGains(Detail detail, double capital, double... gains) {
    assertThat(detail.returns()).hasSize(gains.length);
    for (int day = 0; day < gains.length; day++) {
      assertThat(detail.returns()[day] * capital)
          .as("gain of day %d", day + 1)
          .isCloseTo(gains[day], within(1e-9));
    }
  }

  @Test
  void tenThousandInOneSymbol() {
    Prices prices = new Prices(6).from(0, "A", 40, 40, 40, 50, 51, 48, 48, 48, 48, 50, 50, 55);
    Detail detail = detail(prices, costs(0, 10_000), wants(1, 0, NAN, 1, NAN, NAN));
    assertGains(
        detail,
        10_000,
        // 250 at 40.00 are 10,000.00: slippage 10.00, commission 5.00, so 6.00. They rise by 10.00.
        2_484.00,
        // 200 at 50.00, sold at 51.00 for 10,200.00: slippage 10.20, commission 5.10, so 6.00.
        183.80,
        0,
        // 10,000.00 bought at 48.00, closed at 50.00: 416.67 less 16.00.
        10_000 * 50.0 / 48 - 10_000 - 16,
        // 200 at 50.00, sold at 55.00 for 11,000.00: slippage 11.00, commission 5.50, so 6.00.
        983.00);
    assertThat(detail.trades()).hasSize(2);
    // 12,484.00 of 10,000.00; then 10,183.80 of 10,000.00.
    assertThat(detail.trades().get(0).netReturn()).isCloseTo(1.2484 * 1.01838 - 1, within(1e-12));
    assertThat(detail.trades().get(1).netReturn())
        .isCloseTo((50.0 / 48 - 0.0016) * 1.0983 - 1, within(1e-12));
  }

  @Test
  void withEnoughMoneyTheMinimumDoesNotMatter() {
    Prices prices = new Prices(3).from(0, "A", 40, 40, 40, 50, 50, 50);
    // 100,000.00: slippage 100.00 and commission 50.00 a side; the next day the sale alone.
    assertGains(detail(prices, costs(0, 100_000), wants(1, NAN, NAN)), 100_000, 24_850.00, -150.00);
  }

  @Test
  void eachOfTwoSymbolsHasHalfOfTheMoneyAndItsOwnMinimum() {
    Prices prices =
        new Prices(4)
            .from(0, "A", 40, 40, 40, 44, 44, 44, 44, 44)
            .from(0, "B", 10, 10, 10, 10, 10, 10);
    Detail detail = detail(prices, costs(0, 20_000), wants(1, NAN, NAN, NAN));
    assertGains(
        detail,
        20_000,
        // 10,000.00 of each: slippage 10.00 and the minimum, twice; A gains 1,000.00.
        1_000 - 32.00,
        // B ends: sold for 10.00 and 6.00.
        -16.00,
        // All 20,000.00 are A's, the only one left: slippage 20.00, commission 10.00.
        -30.00);
  }

  @Test
  void sharesOfTheWholePayTheirOwnMinimum() {
    Prices prices = new Prices(2).from(0, "A", 40, 40, 40, 40).from(0, "B", 10, 10, 10, 8);
    Scripted strategy = new Scripted(Scope.PANEL, (c, s, day) -> s.equals("A") ? 0.75 : -0.25);
    assertGains(
        detail(prices, costs(0, 20_000), strategy),
        20_000,
        // 15,000.00 of A: slippage 15.00, commission 7.50. 5,000.00 of B sold short: slippage 5.00,
        // commission 2.50, so 6.00; it gains 1,000.00. At the close both once more, of 20,000.00
        // plus what the position has gained: A's from 19,977.50, B's from 20,989.00.
        -22.50 - 19_977.50 * 0.75 * 0.0015 + 1_000 - 11.00 - 20_989 * 0.25 * 0.001 - 6.00);
  }

  @Test
  void aTurnPaysOneMinimumForBothItsTrades() {
    Prices prices = new Prices(4).from(0, "A", 40, 40, 40, 40, 40, 40, 40, 40);
    Detail detail = detail(prices, costs(0, 5_000), wants(1, -1, 0, NAN));
    // 5,000.00: slippage 5.00, the minimum 6.00; 10,000.00: 10.00 and 6.00; 5,000.00 again.
    assertGains(detail, 5_000, -11.00, -16.00, -11.00);
    assertThat(detail.trades()).extracting(Trade::netReturn).hasSize(2);
    // Half of 16.00 each.
    assertThat(detail.trades().get(0).netReturn())
        .isCloseTo((1 - 0.0022) * (1 - 0.0016) - 1, within(1e-12));
    assertThat(detail.trades().get(1).netReturn())
        .isCloseTo((1 - 0.0016) * (1 - 0.0022) - 1, within(1e-12));
  }

  @Test
  void slippageGrowsWithVolatilityKnownTheEveningBefore() {
    // Up and down by a tenth: a volatility of 0.1 a day, of which a tenth is 100 basis points.
    Prices prices = new Prices(4).from(0, "A", 100, 100, 110, 110, 99, 99, 99, 990);
    Scripted strategy = wants(NAN, NAN, 1, NAN);
    Window window = new Window(3, 4);
    Detail detail =
        new Backtest(prices.panel(), window, strategy, new Costs(0, 0, 0.1, 0, 1))
            .detail(Scripted.candidate(0));
    // Bought for 1 %; ten times as much is sold for 1 % of it.
    assertThat(detail.returns()[0]).isCloseTo((10 - 0.01) * 0.99 - 1, within(1e-12));
  }

  @Test
  void volatilityIsThatOfTheLastTwentyReturnsAndAtMostATenthIsPaid() {
    Prices prices = new Prices(40);
    // A print off by a factor of 100 on day 5, which has left the last twenty returns on day 27.
    for (int day = 0; day < 40; day++) {
      prices.bar("A", day, 100, day == 5 ? 10_000 : 100);
    }
    for (int day : List.of(6, 26, 27, 28)) {
      double[] byDay = new double[40];
      Arrays.fill(byDay, NAN);
      byDay[day - 1] = 1;
      Window window = new Window(day, day + 1);
      double r =
          new Backtest(prices.panel(), window, wants(byDay), new Costs(0, 0, 1, 0, 1))
              .detail(Scripted.candidate(0))
              .returns()[0];
      double paid = day <= 26 ? 0.1 : 0;
      assertThat(r).as("day %d", day).isCloseTo((1 - paid) * (1 - paid) - 1, within(1e-12));
    }
  }

  @Test
  void withoutAPastThereIsNoVolatility() {
    Prices prices = new Prices(2).from(0, "A", 100, 100, 100, 100);
    Detail detail = detail(prices, new Costs(0, 10, 1, 0, 1), wants(1, NAN));
    assertThat(detail.returns()[0]).isCloseTo(0.999 * 0.999 - 1, within(1e-12));
  }
}
