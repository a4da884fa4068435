package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolSelectionTest {
  private static final List<String> NAMES =
      List.of("AAPL", "AMZN", "BRK.B", "BRKXB", "M&M.NS", "MSFT", "^N225");

  private static List<String> select(List<String> include, List<String> exclude, int max) {
    return new SymbolSelection(include, exclude, max).select(NAMES);
  }

  @Test
  void takesAllUnlessToldOtherwise() {
    assertThat(select(List.of(), List.of(), 100)).isEqualTo(NAMES);
  }

  @Test
  void takesNamesAndGlobsAndLeavesOut() {
    assertThat(select(List.of("A*", "MSFT"), List.of(), 100))
        .containsExactly("AAPL", "AMZN", "MSFT");
    assertThat(select(List.of("A*"), List.of("*ZN"), 100)).containsExactly("AAPL");
    assertThat(select(List.of("M?FT"), List.of(), 100)).containsExactly("MSFT");
  }

  @Test
  void aDotOrCaretIsNothingButItself() {
    assertThat(select(List.of("BRK.B"), List.of(), 100)).containsExactly("BRK.B");
    assertThat(select(List.of("^N225", "M&M.NS"), List.of(), 100))
        .containsExactly("M&M.NS", "^N225");
  }

  @Test
  void aLimitTakesTheNamesWrittenOutInTheirOrder() {
    assertThat(select(List.of("MSFT", "AMZN", "AAPL"), List.of(), 2))
        .containsExactly("AMZN", "MSFT");
    assertThat(select(List.of("A*", "MSFT"), List.of(), 1)).containsExactly("MSFT");
  }

  @Test
  void aLimitDrawsFromTheWholeMarketAndStaysTheSameWhenItGrows() {
    List<String> market =
        new ArrayList<>(IntStream.range(0, 1000).mapToObj(i -> String.format("S%03d", i)).toList());
    SymbolSelection hundred = new SymbolSelection(List.of(), List.of(), 100);
    List<String> before = hundred.select(market);
    assertThat(before).hasSize(100).isSorted();
    // Of the lower half, 50 are expected with a standard deviation of 4.7.
    assertThat(before.stream().filter(name -> name.compareTo("S500") < 0).count())
        .isBetween(30L, 70L);
    market.add("NEW");
    assertThat(hundred.select(market).stream().filter(before::contains).count())
        .isGreaterThanOrEqualTo(99);
  }

  @Test
  void refusesALimitOfNone() {
    assertThatThrownBy(() -> select(List.of(), List.of(), 0))
        .hasMessage("maxSymbols must be at least 1, got 0");
  }
}
