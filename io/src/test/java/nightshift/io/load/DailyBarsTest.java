package nightshift.io.load;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DailyBarsTest {
  private final RowBuffer rows = new RowBuffer();
  private final Tally tally = new Tally();

  /** A map that keeps the last value of a key is all there is to sorting and duplicates. */
  @Test
  void anyOrderGivesTheBarsThatAMapWouldGive() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      rows.clear();
      Tally counts = new Tally();
      Map<Integer, Double> expected = new TreeMap<>();
      int n = 1 + random.nextInt(300);
      for (int i = 0; i < n; i++) {
        int day = random.nextInt(n) - n / 2;
        double close = 1 + random.nextInt(1000);
        add(day, close);
        expected.put(day, close);
      }
      if (n > expected.size() * 3) {
        continue;
      }
      SymbolBars bars = DailyBars.of("X", rows, "f.csv", counts).orElseThrow();
      assertThat(bars.days())
          .containsExactly(expected.keySet().stream().mapToInt(day -> day).toArray());
      assertThat(bars.close())
          .containsExactly(expected.values().stream().mapToDouble(c -> c).toArray());
      long duplicates =
          counts.setAside.values().stream().mapToLong(blemish -> blemish.rows()).sum();
      assertThat(duplicates).isEqualTo(n - expected.size());
    }
  }

  @Test
  void oldestFirstAndNewestFirstAreBothInOrder() {
    for (int day = 10; day > 0; day--) {
      add(day, day);
    }
    assertThat(bars().close()).startsWith(1, 2, 3);
    assertThat(tally.taken).isEmpty();

    add(5, 5);
    bars();
    assertThat(tally.taken.get("unordered").rows()).isEqualTo(9);
    assertThat(tally.setAside.get("duplicate_day").rows()).isEqualTo(1);
  }

  @Test
  void oddBarsAreKeptAndCounted() {
    rows.add(1, 2, new double[] {10, 9, 8, 10, 5, NaN});
    rows.add(2, 3, new double[] {10, 12, 11, 12, 5, NaN});
    rows.add(3, 4, new double[] {NaN, 12, 9, 10, 5, NaN});
    rows.add(4, 5, new double[] {10, NaN, 10, 10, NaN, NaN});
    rows.add(5, 6, new double[] {10, 9.5, 8, 9, 5, NaN});
    rows.add(6, 7, new double[] {9, 9.5, 8, 10, 5, NaN});
    rows.add(7, 8, new double[] {9, 12, 9.5, 10, 5, NaN});
    rows.add(8, 9, new double[] {10, 12, 9.5, 9, 5, NaN});
    SymbolBars bars = bars();

    assertThat(bars.size()).isEqualTo(8);
    assertThat(bars.hasAdjustedClose()).isFalse();
    assertThat(tally.taken.get("not_bracketed").rows()).isEqualTo(6);
    assertThat(tally.taken.get("not_bracketed").example()).isEqualTo("f.csv line 2, X 1970-01-02");
    assertThat(tally.taken.get("missing_open").rows()).isEqualTo(1);
    assertThat(tally.taken.get("missing_high_low").rows()).isEqualTo(1);
    assertThat(tally.setAside).isEmpty();
  }

  @Test
  void hourlyRowsAreNoDailyBars() {
    for (int row = 0; row < 70; row++) {
      add(row / 7, 1);
    }
    assertThat(DailyBars.of("X", rows, "f.csv", tally)).isEmpty();
    assertThat(tally.setAside.get("several_a_day").rows()).isEqualTo(70);
  }

  private SymbolBars bars() {
    return DailyBars.of("X", rows, "f.csv", tally).orElseThrow();
  }

  private void add(int day, double close) {
    rows.add(day, rows.size() + 2L, new double[] {close, close, close, close, 1, NaN});
  }
}
