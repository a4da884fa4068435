package nightshift.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nightshift.io.load.SymbolBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedMarketTest {
  private static final long SEED = 7;
  private final int[] days = TradingCalendar.sessions(2014, 2025);
  private final Factors factors = Factors.of(SEED, days);

  @Test
  void theCalendarHasNoWeekendsAndNoHolidays() {
    List<LocalDate> sessions = Arrays.stream(days).mapToObj(LocalDate::ofEpochDay).toList();

    assertThat(sessions).isSorted().doesNotHaveDuplicates().hasSizeBetween(3_000, 3_050);
    assertThat(sessions).noneMatch(day -> day.getDayOfWeek().getValue() > 5);
    assertThat(sessions)
        .doesNotContain(
            LocalDate.of(2014, 1, 1),
            LocalDate.of(2020, 1, 20),
            LocalDate.of(2020, 2, 17),
            LocalDate.of(2020, 5, 25),
            LocalDate.of(2020, 7, 3),
            LocalDate.of(2020, 9, 7),
            LocalDate.of(2020, 11, 26),
            LocalDate.of(2021, 12, 24),
            LocalDate.of(2022, 12, 26));
    assertThat(sessions).contains(LocalDate.of(2014, 1, 2), LocalDate.of(2025, 12, 31));
  }

  @Test
  void everyCleanBarIsPossible() {
    for (int number = 0; number < 120; number++) {
      SymbolBars bars = bars(number);
      for (int i = 0; i < bars.size(); i++) {
        assertThat(bars.low()[i]).isPositive().isLessThanOrEqualTo(bars.open()[i]);
        assertThat(bars.low()[i]).isLessThanOrEqualTo(bars.close()[i]);
        assertThat(bars.high()[i]).isGreaterThanOrEqualTo(bars.open()[i]);
        assertThat(bars.high()[i]).isGreaterThanOrEqualTo(bars.close()[i]);
        assertThat(bars.volume()[i]).isPositive();
        assertThat(bars.close()[i] * 100).isCloseTo(Math.rint(bars.close()[i] * 100), within(1e-6));
      }
      assertThat(IntStream.range(1, bars.size()).allMatch(i -> bars.days()[i] > bars.days()[i - 1]))
          .isTrue();
    }
  }

  @Test
  void someListLateSomeEndEarlySomeHaveGaps() {
    List<SymbolBars> all = IntStream.range(0, 60).mapToObj(this::bars).toList();

    assertThat(all).filteredOn(b -> b.days()[0] > days[0]).hasSizeGreaterThan(4);
    assertThat(all)
        .filteredOn(b -> b.days()[b.size() - 1] < days[days.length - 1])
        .hasSizeGreaterThan(3);
    assertThat(all).filteredOn(b -> sessionsWithin(b) > b.size()).hasSizeGreaterThan(4);
  }

  private long sessionsWithin(SymbolBars bars) {
    int first = bars.days()[0];
    int last = bars.days()[bars.size() - 1];
    return Arrays.stream(days).filter(day -> day >= first && day <= last).count();
  }

  @Test
  void aFollowerStaysWithItsLeaderAndStrangersDrift() {
    double[] leader = PricePath.of(SEED, listing(5), factors);
    double[] follower = PricePath.of(SEED, listing(6), factors);
    double[] stranger = PricePath.of(SEED, listing(9), factors);

    assertThat(listing(6).leader()).isEqualTo(5);
    assertThat(deviationOfDifference(leader, follower)).isLessThan(0.06);
    assertThat(deviationOfDifference(leader, stranger)).isGreaterThan(0.15);
  }

  private static double deviationOfDifference(double[] a, double[] b) {
    double[] difference = IntStream.range(0, a.length).mapToDouble(t -> a[t] - b[t]).toArray();
    double mean = Arrays.stream(difference).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(difference).map(d -> (d - mean) * (d - mean)).average().orElseThrow());
  }

  @Test
  void largeMovesFollowLargeMoves() {
    Volatility volatility = new Volatility();
    RandomStream random = new RandomStream(SEED, 0);
    double[] size =
        IntStream.range(0, 50_000)
            .mapToDouble(t -> Math.abs(volatility.next(random.gaussian())))
            .toArray();
    double mean = Arrays.stream(size).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (int t = 1; t < size.length; t++) {
      covariance += (size[t] - mean) * (size[t - 1] - mean);
      variance += (size[t] - mean) * (size[t] - mean);
    }
    assertThat(covariance / variance).isGreaterThan(0.1);
    assertThat(Arrays.stream(size).map(x -> x * x).average().orElseThrow()).isBetween(0.85, 1.15);
  }

  @Test
  void symbolsAreDistinctUpToTheLimit() {
    assertThat(IntStream.range(0, Listing.MAX_SYMBOLS).mapToObj(n -> listing(n).symbol()))
        .doesNotHaveDuplicates();
  }

  @Test
  void normalNumbersAreNormal() {
    RandomStream random = new RandomStream(1, 2);
    double[] values = IntStream.range(0, 100_000).mapToDouble(i -> random.gaussian()).toArray();

    assertThat(Arrays.stream(values).average().orElseThrow()).isBetween(-0.02, 0.02);
    assertThat(Arrays.stream(values).map(x -> x * x).average().orElseThrow()).isBetween(0.98, 1.02);
    // P(|z| < 1) = 0.6827
    assertThat(Arrays.stream(values).filter(x -> Math.abs(x) < 1).count())
        .isBetween(67_700L, 68_900L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--symbols=0",
        "--symbols=99999999999",
        "--years=-1",
        "--years=ten",
        "--dirty=yes",
        "--nope=1",
        "bare"
      })
  void wrongArgumentsAreNamed(String argument) {
    assertThatThrownBy(() -> MarketArguments.parse(List.of("--to=x", argument)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(argument.split("=")[0]);
  }

  private Listing listing(int number) {
    return Listing.of(SEED, number, days.length);
  }

  private SymbolBars bars(int number) {
    return BarMaker.bars(SEED, listing(number), factors);
  }
}
