package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nightshift.pipelines.KnownMarket.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of its champions, on markets of which it is known what there is to be found. */
class VerdictsTest {
  @TempDir Path folder;

  private static final String TREND_FOLLOWERS = "--strategies=sma_cross,ts_momentum,xs_momentum";

  @Test
  void findsAPlantedTrendAndNotWhenItsDaysAreShuffled() throws Exception {
    Judged found = Judged.run(folder, Kind.TREND, 1, TREND_FOLLOWERS);
    assertThat(found.with("robust")).contains("sma_cross", "ts_momentum");
    assertThat(found.out()).contains("robust    sma_cross: Sharpe ratio ");
    Path shuffled = folder.resolve("shuffled");
    KnownMarket.writeShuffled(shuffled, Kind.TREND, 1);
    Judged lost = Judged.run(shuffled, folder.resolve("shuffled.db"), TREND_FOLLOWERS);
    assertThat(lost.with("robust")).isEmpty();
    assertThat(lost.with("overfit")).isNotEmpty();
  }

  @Test
  void findsAPlantedReversion() throws Exception {
    String reverters = "--strategies=bollinger_reversion,rsi_reversal";
    assertThat(Judged.run(folder, Kind.REVERSION, 1, reverters).with("robust"))
        .contains("bollinger_reversion");
  }

  @Test
  void nothingIsRobustInNoise() throws Exception {
    for (Kind kind : List.of(Kind.WALK, Kind.DRIFT)) {
      Judged judged = Judged.run(folder, kind, 1);
      assertThat(judged.with("robust")).as(kind.toString()).isEmpty();
      assertThat(judged.out()).contains("luck      all champions against buy and hold: ");
      assertThat(judged.query("SELECT COUNT(*) FROM verdicts WHERE stitched_days = 783"))
          .containsExactly("8");
    }
  }

  private static final String SHORT = "--strategies=sma_cross";

  private static final String TRIALS =
      "SELECT trials FROM verdicts WHERE run_id = (SELECT run_id FROM runs ORDER BY finished_at"
          + " DESC LIMIT 1)";

  /** The champion stays the same, what was tried to find it grows. */
  @Test
  void everyNightCostsSignificance() throws Exception {
    Path market = folder.resolve("market");
    Path database = folder.resolve("nights.db");
    KnownMarket.write(market, Kind.WALK, 3);
    Judged first = Judged.run(market, database, SHORT);
    long tried = Long.parseLong(first.query(TRIALS).get(0));
    double dsr = dsr(first);
    List<String> before = Dump.of(database);
    Judged again = Judged.run(market, database, SHORT, "--fresh");
    assertThat(Dump.of(database)).as("the same night once more").isEqualTo(before);
    assertThat(dsr(again)).isEqualTo(dsr);

    // A day less to test on is another run, but the same search.
    Judged dayLess = Judged.run(market, database, SHORT, "--asOf=2015-12-30");
    assertThat(dayLess.query("SELECT COUNT(*) FROM runs")).containsExactly("2");
    assertThat(dayLess.query(TRIALS)).containsExactly(Long.toString(tried));

    long last = tried;
    for (String seed : List.of("--seed=43", "--seed=44")) {
      Judged next = Judged.run(market, database, SHORT, seed, "--asOf=2015-12-30");
      long now = Long.parseLong(next.query(TRIALS).get(0));
      assertThat(now).as(seed).isGreaterThan(last);
      last = now;
    }
    Judged after = Judged.run(market, database, SHORT, "--fresh");
    assertThat(after.query(TRIALS)).containsExactly(Long.toString(last));
    assertThat(after.query("SELECT params FROM champions")).isEqualTo(List.of(param(before)));
    assertThat(dsr(after)).isLessThan(dsr);
  }

  private static double dsr(Judged judged) throws Exception {
    return judged.numbers("SELECT dsr FROM champions").findFirst().orElseThrow();
  }

  /** The parameters of the only verdict of a dump. */
  private static String param(List<String> dump) {
    return dump.stream()
        .filter(line -> line.startsWith("verdicts|"))
        .findFirst()
        .orElseThrow()
        .split("\\|")[4];
  }
}
