package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS = List.of("population", "maxSymbols", "maxYears", "run");

  @ParameterizedTest
  @CsvSource({
    "populaton,  population",
    "popultaion, population",
    "MAXSYMBOLS, maxSymbols",
    "maxsymbol,  maxSymbols",
    "max-years,  maxYears",
    "rnu,        run",
    "xyz,        ",
    "islands,    ",
    "'',         ",
  })
  void findsTheWordThatWasMeant(String given, String meant) {
    assertThat(Nearest.to(given, WORDS).orElse(null)).isEqualTo(meant);
  }

  @Test
  void countsASwapOfNeighboursAsOneEdit() {
    assertThat(Nearest.to("abdc", List.of("abxy", "abcd"))).hasValue("abcd");
    assertThat(Nearest.to("ba", List.of("ab"))).hasValue("ab");
  }

  @Test
  void hintsOrKeepsQuiet() {
    assertThat(Nearest.hint("runn", WORDS)).isEqualTo(" (did you mean run?)");
    assertThat(Nearest.hint("islands", WORDS)).isEmpty();
  }
}
