package nightshift.io.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Made-up rows of a few symbols with awkward names, some of them dirty, always the same. */
final class SampleBars {
  static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  static final LocalDate LAST = LocalDate.of(2021, 3, 31);
  static final List<String> SYMBOLS =
      List.of("AAPL", "BAJAJ-AUTO.NS", "BRK.B", "M&M.NS", "ZZZ", "^N225");

  private SampleBars() {}

  /** Rows sorted by symbol; within a symbol by day, of one symbol the newest first. */
  static List<StoredBar> rows() {
    List<StoredBar> rows = new ArrayList<>();
    for (String symbol : SYMBOLS) {
      rows.addAll(rowsOf(symbol));
    }
    return rows;
  }

  static List<StoredBar> rowsOf(String symbol) {
    List<StoredBar> rows = new ArrayList<>();
    Random random = new Random(symbol.hashCode());
    double close = 20 + random.nextInt(200);
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
        double open = close * (1 + 0.01 * random.nextGaussian());
        close = open * (1 + 0.02 * random.nextGaussian());
        double high = Math.max(open, close) * 1.01;
        double low = Math.min(open, close) * 0.99;
        double volume = random.nextInt(1_000_000);
        rows.add(new StoredBar(symbol, day, open, high, low, close, close * 0.8125, volume));
      }
    }
    makeDirty(rows);
    if (symbol.equals("ZZZ")) {
      Collections.reverse(rows);
    }
    return rows;
  }

  private static void makeDirty(List<StoredBar> rows) {
    replace(rows, 10, b -> bar(b, null, b.high(), b.low(), b.close(), b.adjustedClose()));
    replace(rows, 11, b -> bar(b, 0.0, null, b.low(), b.close(), b.adjustedClose()));
    replace(rows, 12, b -> bar(b, b.open(), null, -1.0, b.close(), b.adjustedClose()));
    replace(rows, 300, b -> bar(b, b.open(), b.high(), b.low(), null, b.adjustedClose()));
    replace(rows, 301, b -> bar(b, b.open(), b.high(), b.low(), 0.0, b.adjustedClose()));
    replace(rows, 302, b -> bar(b, b.open(), b.high(), b.low(), b.close(), null));
    StoredBar last = rows.get(400);
    rows.add(401, bar(last, 7.0, 9.0, 6.0, 8.0, 8.0));
  }

  private static void replace(List<StoredBar> rows, int at, UnaryOperator<StoredBar> change) {
    rows.set(at, change.apply(rows.get(at)));
  }

  private static StoredBar bar(
      StoredBar bar, Double open, Double high, Double low, Double close, Double adjusted) {
    return new StoredBar(bar.symbol(), bar.date(), open, high, low, close, adjusted, bar.volume());
  }
}
