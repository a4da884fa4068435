package nightshift.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market in git is what the documented command makes, and has what the README says. */
class BundledMarketTest {
  private static final Path BUNDLED = Path.of("market");

  @TempDir Path folder;

  @Test
  void theDocumentedCommandMakesTheSameBarsAgain() throws IOException {
    Path again = folder.resolve("market");
    Path sectors = folder.resolve("sectors.csv");
    GenerateMarket.generate(
        MarketArguments.parse(
            List.of(
                "--to=" + again,
                "--symbols=60",
                "--years=12",
                "--seed=20140102",
                "--dirty=true",
                "--sectors=" + sectors)));

    assertThat(names(again)).hasSize(60).isEqualTo(names(BUNDLED));
    for (String name : names(BUNDLED)) {
      assertThat(StoredBars.lines(again.resolve(name)))
          .as(name)
          .isEqualTo(StoredBars.lines(BUNDLED.resolve(name)));
    }
    assertThat(sectors).hasSameTextualContentAs(Path.of("sectors.csv"));
  }

  @Test
  void theReadmeListsEveryBlemish() throws IOException {
    MarketArguments market = new MarketArguments(folder, 60, 12, 20140102L, true, Optional.empty());
    Factors factors = Factors.of(market.seed(), market.sessions());
    String readme = Files.readString(Path.of("README.md"));
    for (Dirt dirt : Dirt.ALL) {
      Listing listing = Listing.of(market.seed(), dirt.number(), factors.days().length);
      LocalDate date = dirt.dateIn(BarMaker.bars(market.seed(), listing, factors));
      assertThat(readme)
          .contains("| `" + listing.symbol() + "` | " + date + " | " + dirt.rule() + " |");
    }
  }

  @Test
  void theBlemishesAreInTheFiles() throws IOException {
    assertThat(bundled(1)).filteredOn(row -> row[1].equals("0.0")).hasSize(1);
    assertThat(bundled(2)).filteredOn(row -> row[1].equals("0.0")).hasSize(60);
    assertThat(bundled(4)).filteredOn(row -> row[4].equals("null")).hasSize(1);
    assertThat(bundled(5)).filteredOn(row -> number(row[2]) < number(row[3])).hasSize(1);
    assertThat(jumps(bundled(8), ratio -> ratio > 50)).isEqualTo(1);
    assertThat(jumps(bundled(8), ratio -> ratio < 0.02)).isEqualTo(1);
    List<String[]> twice = bundled(10);
    assertThat(twice.stream().map(row -> row[0]).distinct().count()).isEqualTo(twice.size() - 1);
    assertThat(jumps(bundled(12), ratio -> ratio > 0.2 && ratio < 0.3)).isEqualTo(1);
    assertThat(bundled(14)).filteredOn(row -> row[5].equals("null")).hasSize(1);
  }

  private static List<String[]> bundled(int number) throws IOException {
    String symbol = Listing.of(20140102L, number, 3_036).symbol();
    return StoredBars.lines(BUNDLED.resolve(symbol + ".parquet")).stream()
        .map(line -> line.split(","))
        .toList();
  }

  private static long jumps(List<String[]> rows, Predicate<Double> wanted) {
    return IntStream.range(1, rows.size())
        .mapToObj(i -> number(rows.get(i)[4]) / number(rows.get(i - 1)[4]))
        .filter(wanted)
        .count();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
