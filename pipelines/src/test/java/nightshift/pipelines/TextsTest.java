package nightshift.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import nightshift.io.research.Champion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run writes for people. */
class TextsTest {

  private interface Printer {
    void print(PrintStream out);
  }

  private static String text(Printer printer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    printer.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void championsStandInColumns() {
    double nan = Double.NaN;
    List<Champion> champions =
        List.of(
            new Champion(
                "sma_cross",
                2017,
                "{\"fast\":7,\"band\":0.01}",
                1,
                1.234,
                -0.5,
                0.1,
                -0.071,
                52,
                "doubtful",
                "PBO 0.51",
                0.954,
                0.51,
                0.4,
                0.3,
                0.2),
            new Champion(
                "pairs",
                2017,
                "{\"top\":10}",
                1,
                11.2,
                nan,
                nan,
                -0.2,
                0,
                "",
                "",
                nan,
                nan,
                nan,
                nan,
                nan));
    assertThat(text(out -> ChampionTable.print(champions, out)))
        .isEqualTo(
            """
            strategy   verdict   in-sample Sharpe  out-of-sample  drawdown  trades   DSR   PBO  parameters
            sma_cross  doubtful              1.23          -0.50    -7.1 %      52  0.95  0.51  fast 7, band 0.01
            pairs      -                    11.20              -   -20.0 %       0     -     -  top 10
            """);
  }

  @ParameterizedTest
  @CsvSource({"8.24, 8.2 s", "59.94, 59.9 s", "185, 3:05 min", "3725, 1:02 h", "36000, 10:00 h"})
  void durationsArePlain(double seconds, String text) {
    assertThat(RunProgress.duration(seconds)).isEqualTo(text);
  }

  @Test
  void progressSaysHowFarAndHowLong() {
    RunProgress half = new RunProgress(8, 4, 0, 3000, 1_000_000, 10);
    assertThat(half.line()).contains("4/8 units", "300 backtests/s", "MB resident", "10.0 s left");
    assertThat(new RunProgress(8, 0, 0, 0, 0, 0).line()).contains("time left unknown");
  }

  @Test
  void plainLinesComeNowAndThen() {
    String lines =
        text(
            out -> {
              try (ProgressLines progress = new ProgressLines(out, false)) {
                for (int second = 1; second <= 25; second++) {
                  progress.show(new RunProgress(8, 1, 0, 10, 10, second));
                }
              }
            });
    assertThat(lines.lines()).hasSize(2);
  }

  @Test
  void aTerminalHasOneLineThatIsGoneAtTheEnd() {
    String line =
        text(
            out -> {
              try (ProgressLines progress = new ProgressLines(out, true)) {
                progress.show(new RunProgress(8, 1, 0, 10, 10, 1));
                progress.show(new RunProgress(8, 2, 0, 10, 10, 2));
              }
            });
    assertThat(line).doesNotContain("\n").endsWith("\r\u001b[K");
  }

  @ParameterizedTest
  @CsvSource({
    "/data/sp500, sp500",
    "/data/sp500.db, sp500",
    "/data/prices.v2.sqlite, prices.v2",
    "/data/.hidden, .hidden"
  })
  void aMarketKeepsItsNameInEveryKindOfStore(String location, String name) {
    assertThat(MarketName.of(location)).isEqualTo(name);
  }

  @Test
  void jsonIsEscaped() {
    assertThat(Json.object(new TreeMap<>(java.util.Map.of("a", "x\"y", "b", "1"))))
        .isEqualTo("{\"a\":\"x\\\"y\",\"b\":\"1\"}");
  }

  @Test
  void numbersAgreeWithTheirThings() {
    assertThat(Count.of(1, "fold")).isEqualTo("1 fold");
    assertThat(Count.of(0, "fold")).isEqualTo("0 folds");
    assertThat(Count.ofStrategies(8)).isEqualTo("8 strategies");
  }
}
