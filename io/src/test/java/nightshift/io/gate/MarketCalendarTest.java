package nightshift.io.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Markets of days 0 to 699, of which every seventh is a holiday. */
class MarketCalendarTest {
  private static final int DAYS = 700;

  private static int[] days(IntPredicate trades) {
    return IntStream.range(0, DAYS).filter(trades).toArray();
  }

  private static boolean isOpen(int day) {
    return day % 7 != 0;
  }

  private static MarketCalendar.Sessions sessions(int usual, int[]... others) {
    MarketCalendar calendar = new MarketCalendar(0, DAYS - 1);
    for (int i = 0; i < usual; i++) {
      calendar.add(days(MarketCalendarTest::isOpen));
    }
    Arrays.stream(others).forEach(calendar::add);
    return calendar.sessions();
  }

  private static GateFinding judged(MarketCalendar.Sessions sessions, int[] days, GateMode mode) {
    boolean mayConcern = sessions.mayConcern(days[0], days[days.length - 1], days.length, mode);
    GateFinding finding = sessions.judge(days, mode);
    assertThat(mayConcern || finding == null).as("what is judged was looked at").isTrue();
    return finding;
  }

  @Test
  void whoTradesWithTheOthersFits() {
    int[] usual = days(MarketCalendarTest::isOpen);
    assertThat(judged(sessions(10), usual, GateMode.STRICT)).isNull();
    assertThat(sessions(10).mayConcern(1, 699, usual.length, GateMode.STRICT)).isFalse();
  }

  @Test
  void daysOnWhichFewTradeAreTakenOut() {
    int[] always = days(day -> true);
    // Of ten listed, five trade on holidays: half of the usual.
    MarketCalendar.Sessions half = sessions(5, always, always, always, always, always);
    assertThat(judged(half, always, GateMode.REPAIR)).isNull();
    // Of ten, four.
    MarketCalendar.Sessions few = sessions(6, always, always, always, always);
    GateFinding finding = judged(few, always, GateMode.REPAIR);
    assertThat(finding.rule()).isEqualTo("off_calendar");
    assertThat(finding.rows()).isEqualTo(99);
    assertThat(finding.day()).isEqualTo(7);
    assertThat(finding.action()).isEqualTo(GateAction.BARS_SET_ASIDE);
    assertThat(few.offBars(always).cardinality()).isEqualTo(99);
  }

  @Test
  void whoMissesHalfOfTheMarketDaysIsSetAside() {
    // Of 600 market days some 300, and 200.
    for (int every : new int[] {2, 3}) {
      int[] sparse = days(day -> isOpen(day) && (day % every == 0 || day >= 690));
      GateFinding finding = judged(sessions(10, sparse), sparse, GateMode.REPAIR);
      assertThat(finding == null).isEqualTo(every == 2);
    }
    int[] sparse = days(day -> isOpen(day) && day % 3 != 0);
    assertThat(judged(sessions(10, sparse), sparse, GateMode.REPAIR)).isNull();
    assertThat(judged(sessions(10, sparse), sparse, GateMode.STRICT).rule())
        .isEqualTo("missing_days");
  }

  @Test
  void whoseDatesAreADayOffIsSetAside() {
    int[] shifted = days(day -> isOpen(day + 1));
    GateFinding finding = judged(sessions(10, shifted), shifted, GateMode.REPAIR);
    assertThat(finding.rule()).isEqualTo("foreign_calendar");
    assertThat(finding.action()).isEqualTo(GateAction.SYMBOL_SET_ASIDE);
    // One that misses a tenth at most has only such bars taken out.
    int[] both = days(day -> day % 7 != 3 || day % 14 == 3);
    assertThat(judged(sessions(10, both), both, GateMode.REPAIR).rule()).isEqualTo("off_calendar");
  }

  @Test
  void ofAMarketThatTradesSparselyNothingIsTakenOut() {
    int[][] sparse = new int[10][];
    for (int i = 0; i < sparse.length; i++) {
      int shift = i;
      sparse[i] = days(day -> (day * 31 + shift * 17) % 10 < 3 || day == 0 || day == DAYS - 1);
    }
    MarketCalendar.Sessions sessions = sessions(0, sparse);
    for (int[] days : sparse) {
      assertThat(judged(sessions, days, GateMode.REPAIR)).isNull();
    }
  }

  @Test
  void fourSymbolsMakeNoMarket() {
    int[] always = days(day -> true);
    assertThat(judged(sessions(3, always), always, GateMode.REPAIR)).isNull();
    assertThat(judged(sessions(4, always), always, GateMode.REPAIR)).isNotNull();
  }

  @Test
  void whatIsTakenBackDoesNotCount() {
    int[] always = days(day -> true);
    MarketCalendar calendar = new MarketCalendar(0, DAYS - 1);
    for (int i = 0; i < 6; i++) {
      calendar.add(days(MarketCalendarTest::isOpen));
    }
    for (int i = 0; i < 7; i++) {
      calendar.add(always);
    }
    assertThat(calendar.sessions().judge(always, GateMode.REPAIR)).isNull();
    for (int i = 0; i < 6; i++) {
      calendar.remove(always);
    }
    assertThat(calendar.sessions().judge(always, GateMode.REPAIR)).isNotNull();
  }
}
