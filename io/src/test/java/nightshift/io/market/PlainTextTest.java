package nightshift.io.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "AAPL", "M&M.NS", "a'; drop table", "../../x", "Köln", "東証", "🚀"})
  void whatCanBeSeenStays(String text) {
    assertThat(PlainText.isPlain(text)).isTrue();
    assertThat(PlainText.of(text)).isSameAs(text);
  }

  @Test
  void whatCannotBeSeenIsWrittenOut() {
    assertThat(PlainText.of("A\u001b[2J\nB\u0000\u202eC"))
        .isEqualTo("A\\u001b[2J\\u000aB\\u0000\\u202eC");
    assertThat(PlainText.of("\ud83d")).isEqualTo("\\ud83d");
    assertThat(PlainText.of("\u009b1m\u2028")).isEqualTo("\\u009b1m\\u2028");
  }
}
