package nightshift.io.load.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolNamesTest {
  @Test
  void aWordThatAllFilesHaveIsNoPartOfTheSymbol() {
    assertThat(symbols("in/AAL_data.csv", "BRK.B_data.csv.gz")).containsExactly("AAL", "BRK.B");
    assertThat(symbols("a.us.txt", "b.US.txt")).containsExactly("a", "b");
  }

  @Test
  void elseTheNameIsTheSymbol() {
    assertThat(symbols("AAL_data.csv", "AAPL.csv")).containsExactly("AAL_data", "AAPL");
    assertThat(symbols("INFY.NS.csv", "M&M.NS.csv")).containsExactly("INFY.NS", "M&M.NS");
    assertThat(symbols("x/^N225.TSV", "C:\\y\\T.csv")).containsExactly("^N225", "T");
  }

  @Test
  void priceFilesAreKnownByTheirNames() {
    assertThat(List.of("A.csv", "a/B.TXT", "C.tsv.gz")).allMatch(SymbolNames::isPriceFile);
    assertThat(List.of("A.parquet", "README", "x/.A.csv", ".csv", "A.csv.zip"))
        .noneMatch(SymbolNames::isPriceFile);
  }

  private static List<String> symbols(String... names) {
    SymbolNames symbols = new SymbolNames(List.of(names));
    return List.of(names).stream().map(symbols::symbolOf).toList();
  }
}
