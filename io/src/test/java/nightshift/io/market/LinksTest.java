package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Links and pipes in a market. A link is its owner's doing: what it leads to is read as if it lay
 * there, and nothing else of where it leads.
 */
@Timeout(60)
class LinksTest {
  @TempDir Path top;

  private Path market() throws Exception {
    return Files.createDirectories(top.resolve("market"));
  }

  private static BarSlice read(Market market, String symbol) throws MarketException {
    return market.read(symbol, EnumSet.of(Column.CLOSE), LocalDate.MIN, LocalDate.MAX);
  }

  @Test
  void aLinkToAFileIsRead() throws Exception {
    Path far = top.resolve("elsewhere/prices.parquet");
    ParquetSample.oneSymbol().write(far, SampleBars.rowsOf("AAPL"));
    ParquetSample.oneSymbol().write(market().resolve("B.parquet"), SampleBars.rowsOf("AAPL"));
    Files.createSymbolicLink(market().resolve("A.parquet"), far);
    Files.createSymbolicLink(market().resolve("LOST.parquet"), top.resolve("gone"));
    Files.createSymbolicLink(market().resolve("SECRET.parquet"), Path.of("/etc/passwd"));
    try (Market market = Markets.open(market().toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("A", "B", "LOST", "SECRET");
      assertThat(read(market, "A").size()).isPositive();
      assertThatThrownBy(() -> read(market, "LOST")).isInstanceOf(MarketException.class);
      assertThatThrownBy(() -> read(market, "SECRET"))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("not a Parquet file")
          .hasMessageNotContaining("root:");
    }
  }

  /** Without care, ten links of eight levels are a hundred million folders. */
  @Test
  void linksThatGoRoundAreWalkedOnce() throws Exception {
    Path folder = market();
    ParquetSample.oneSymbol()
        .write(folder.resolve("year=2020/symbol=A/1.parquet"), SampleBars.rowsOf("AAPL"));
    for (int i = 0; i < 10; i++) {
      Files.createSymbolicLink(folder.resolve("loop=" + i), folder);
    }
    try (Market market = Markets.open(folder.toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).containsExactly("A");
      assertThat(read(market, "A").size()).isPositive();
    }
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = market().resolve("P.parquet");
    assumeTrue(isMade(pipe), "there is no mkfifo here");
    ParquetSample.oneSymbol().write(market().resolve("A.parquet"), SampleBars.rowsOf("AAPL"));
    try (Market market = Markets.open(market().toString(), Adjust.AUTO)) {
      assertThat(market.symbols()).isEqualTo(List.of("A", "P"));
      assertThatThrownBy(() -> market.coverage("P"))
          .isInstanceOf(MarketException.class)
          .hasMessageContaining("neither a file nor a folder");
    }
    assertThatThrownBy(() -> Markets.open(pipe.toString(), Adjust.AUTO))
        .isInstanceOf(MarketException.class)
        .hasMessageContaining("neither a file nor a folder");
  }

  private static boolean isMade(Path pipe) throws InterruptedException {
    try {
      Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
      return mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0;
    } catch (java.io.IOException absent) {
      return false;
    }
  }
}
