package nightshift.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class FoldSymbolsTest {
  private static Unit unit(String symbol) {
    return new Unit(
        new FoldSymbols(
            Searches.fold(2010, "2009-01-01", "2009-12-24", "2010-12-31"), List.of(symbol), 1),
        "sma_cross",
        0);
  }

  @Test
  void copiesOfOneFoldAreOneAgain() {
    Unit first = SerializableUtils.clone(unit("AAA"));
    Unit second = SerializableUtils.clone(unit("AAA"));
    assertThat(second.fold()).isSameAs(first.fold());
    assertThat(SerializableUtils.clone(unit("BBB")).fold()).isNotEqualTo(first.fold());
  }
}
