package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/**
 * Reads all that there is in a file of which nothing is known: it is refused in one line, or what
 * comes out of it is what a market promises.
 */
final class AnyMarket {
  /** What is read of a file with many: the others would show the same. */
  private static final int SYMBOLS = 20;

  /** Any of these files is read in a fraction of a second. */
  private static final long MOST_SECONDS = 20;

  /** See {@link RawBars}. */
  private static final int MOST_BARS = 250_000;

  private final Path file;

  /**
   * @param ending of the file's name
   */
  AnyMarket(String ending) {
    try {
      Path folder = Files.createTempDirectory("nightshift-fuzz");
      file = folder.resolve("A" + ending);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
    } catch (IOException uncreated) {
      throw new IllegalStateException(uncreated);
    }
  }

  /**
   * Reads a file of these bytes.
   *
   * @param mostBars of one symbol, which it could hold; at most what is read at all
   */
  void read(byte[] bytes, long mostBars) throws IOException {
    Files.write(file, bytes);
    long began = System.nanoTime();
    try (Market market = Markets.open(file.toString(), Adjust.AUTO)) {
      List<String> symbols = market.symbols();
      assertThat(symbols).isSorted().doesNotHaveDuplicates();
      for (String symbol : symbols.subList(0, Math.min(SYMBOLS, symbols.size()))) {
        readSymbol(market, symbol, Math.min(mostBars, MOST_BARS));
      }
    } catch (MarketException refused) {
      requireOneLine(refused);
    }
    assertThat((System.nanoTime() - began) / 1_000_000_000L).isLessThan(MOST_SECONDS);
  }

  private static void readSymbol(Market market, String symbol, long mostBars) {
    try {
      Coverage coverage = market.coverage(symbol);
      assertThat(coverage.bars()).isPositive();
      BarSlice all = market.read(symbol, EnumSet.allOf(Column.class), LocalDate.MIN, LocalDate.MAX);
      assertThat((long) all.size()).isLessThanOrEqualTo(mostBars);
      requireBars(all, coverage);
    } catch (MarketException refused) {
      requireOneLine(refused);
    }
  }

  private static void requireBars(BarSlice bars, Coverage coverage) {
    int before = Integer.MIN_VALUE;
    for (int i = 0; i < bars.size(); i++) {
      assertThat(bars.days()[i]).isGreaterThan(before);
      before = bars.days()[i];
      double close = bars.column(Column.CLOSE)[i];
      assertThat(close > 0 && close < Double.POSITIVE_INFINITY).as("close %s", close).isTrue();
      double open = bars.column(Column.OPEN)[i];
      assertThat(open <= 0 || Double.isInfinite(open)).as("open %s", open).isFalse();
      assertThat(bars.column(Column.HIGH)[i]).isPositive();
      assertThat(bars.column(Column.LOW)[i]).isPositive();
      assertThat(bars.column(Column.VOLUME)[i]).isNotIn(Double.POSITIVE_INFINITY);
    }
    if (bars.size() > 0) {
      assertThat((long) bars.days()[0]).isGreaterThanOrEqualTo(coverage.first().toEpochDay());
      assertThat((long) before).isLessThanOrEqualTo(coverage.last().toEpochDay());
      assertThat((long) bars.size()).isLessThanOrEqualTo(coverage.bars());
    }
  }

  private static void requireOneLine(MarketException refused) {
    assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
  }
}
