package nightshift.io.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolFileNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"BRK.B", "M&M.NS", "^N225", "BAJAJ-AUTO.NS", "EURUSD=X", "BTC-USD", "RDS A", "C+"})
  void usualSymbolsStayReadable(String symbol) {
    assertThat(SymbolFileName.of(symbol)).isEqualTo(symbol + ".parquet");
  }

  @ParameterizedTest
  @CsvSource({
    "A/B, A%2FB.parquet",
    "../../etc/passwd, %2E.%2F..%2Fetc%2Fpasswd.parquet",
    "C:\\X, C%3A%5CX.parquet",
    "50%, 50%25.parquet",
    ".hidden, %2Ehidden.parquet",
    "_tmp, %5Ftmp.parquet",
    "Köln, K%C3%B6ln.parquet",
    "A*?, A%2A%3F.parquet"
  })
  void theRestIsWrittenAsBytes(String symbol, String name) {
    assertThat(SymbolFileName.of(symbol)).isEqualTo(name);
  }

  @Test
  void everySymbolComesBackAndStaysInItsFolder() {
    for (int c = 1; c < 0x2000; c++) {
      String symbol = "A" + (char) c;
      String name = SymbolFileName.of(symbol);
      String encoded = name.substring(0, name.length() - ".parquet".length());
      // URLDecoder reads + as a blank, which is its only difference here.
      assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
          .isEqualTo(symbol);
      assertThat(Path.of("folder").resolve(name).normalize().getParent())
          .isEqualTo(Path.of("folder"));
    }
  }

  @Test
  void emptyAndOverlongSymbolsAreRefused() {
    assertThatThrownBy(() -> SymbolFileName.of("")).hasMessageContaining("1 to 40 characters");
    assertThatThrownBy(() -> SymbolFileName.of("X".repeat(41))).hasMessageContaining("1 to 40");
    assertThat(SymbolFileName.of("\u20AC".repeat(27)).length()).isLessThanOrEqualTo(255);
    assertThatThrownBy(() -> SymbolFileName.of("\u20AC".repeat(28))).hasMessageContaining("255");
  }
}
