package nightshift.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of textbooks and papers, worked out again; those of PSR and DSR have their own test. */
class PublishedFiguresTest {

  /** Our year has 252 periods; theirs is one. */
  private static final double PERIODS = Math.sqrt(Metrics.TRADING_DAYS);

  /**
   * Eight years of a fund, from T. Rollinger, S. Hoffman, Sortino: A "Sharper" Ratio (2013): mean
   * 10 %, target downside deviation 2.264 % over all eight years, ratio 4.417.
   */
  @Test
  void sortino() {
    double[] years = {0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04};
    assertThat(Metrics.sortino(years, 0) / PERIODS).isCloseTo(4.417, within(5e-4));
  }

  /**
   * How long a track record must be for an annual Sharpe ratio of 2 to be above 1 with 95 %
   * confidence, from D. Bailey, M. Lopez de Prado, The Sharpe Ratio Efficient Frontier (2012),
   * section on the minimum track record length, for normal returns: 2.73 years of days (250 a
   * year), 2.83 of weeks, 3.24 of months. With as many periods and no less, PSR is 0.95.
   */
  @ParameterizedTest
  @CsvSource({"250, 2.73", "52, 2.83", "12, 3.24"})
  void minimumTrackRecordLength(int perYear, double years) {
    double seen = 2 / Math.sqrt(perYear);
    double benchmark = 1 / Math.sqrt(perYear);
    int periods = 2;
    while (SharpeStatistics.psr(seen, benchmark, periods, 0, 3) < 0.95) {
      periods++;
    }
    // The paper's length is no whole number of periods: it lies within the last of ours.
    assertThat(years * perYear).isCloseTo(periods - 0.5, within(0.5 + 0.005 * perYear));
  }

  /**
   * The standard error of a Sharpe ratio of independent returns, {@code sqrt((1 + SR^2 / 2) / T)},
   * from A. Lo, The Statistics of Sharpe Ratios (2002), table 1: PSR of a benchmark one standard
   * error below what was seen is that of a standard normal value of 1.
   */
  @ParameterizedTest
  @CsvSource({"0.5, 12, 0.306", "0.5, 60, 0.137", "1.5, 60, 0.188", "3, 500, 0.105"})
  void standardError(double sharpe, int periods, double published) {
    double oneBelow = SharpeStatistics.psr(sharpe, sharpe - published, periods + 1, 0, 3);
    assertThat(oneBelow).isCloseTo(0.8413, within(2e-3));
  }

  /**
   * Bets of equal size that are won with probability p have a ratio of {@code (2p - 1) / (2 sqrt(p
   * (1 - p)))} a bet, from M. Lopez de Prado, Advances in Financial Machine Learning (2018),
   * section 15.2: 0.1005 for p = 0.55.
   */
  @ParameterizedTest
  @CsvSource({"55, 0.1005"})
  void sharpeOfABinaryBet(int wins, double published) {
    double[] bets = new double[100];
    for (int i = 0; i < bets.length; i++) {
      bets[i] = i < wins ? 0.01 : -0.01;
    }
    // With n - 1 below the deviation is larger by sqrt(n / (n - 1)).
    double ratio = Metrics.sharpe(bets, 0) / PERIODS * Math.sqrt(100.0 / 99);
    assertThat(ratio).isCloseTo(published, within(5e-5));
  }
}
