package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The running figures against those of all trades at once. */
class TradeTallyTest {
  private final TradeTally tally = new TradeTally();

  private double sqn(double... trades) {
    tally.reset();
    for (double trade : trades) {
      tally.end(trade);
    }
    return tally.sqn();
  }

  @Test
  void agreesWithAllTradesAtOnce() {
    // Mean 0.1, squares of the deviations 0.1: 2 * 0.1 / sqrt(0.1 / 3).
    assertThat(sqn(0.3, -0.1, 0, 0.2)).isCloseTo(0.2 / Math.sqrt(0.1 / 3), within(1e-12));
    Random random = new Random(3);
    for (int n : new int[] {2, 3, 100, 5_000}) {
      double[] trades = random.doubles(n, -0.05, 0.06).toArray();
      assertThat(sqn(trades)).isCloseTo(TradeStatistics.of(trades).sqn(), within(1e-9));
    }
  }

  @Test
  void withoutSpreadThereIsNone() {
    assertThat(sqn()).isNaN();
    assertThat(sqn(0.1)).isNaN();
    assertThat(sqn(0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05)).isNaN();
    // Sums of squares would find a spread here that is none, or none where there is one.
    assertThat(sqn(0.05, 0.05 + 1e-11, 0.05 - 1e-11))
        .isCloseTo(0.05e11 * Math.sqrt(3), within(1e7));
  }

  @Test
  void turnoverIsAYearOfDays() {
    tally.turn(0.25);
    tally.turn(0.5);
    assertThat(tally.turnover(126)).isEqualTo(1.5);
    tally.reset();
    assertThat(tally.turnover(126)).isZero();
    assertThat(tally.turnover(0)).isNaN();
  }
}
