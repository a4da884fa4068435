package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindTest {

  @Test
  void wholeNumbersKeepToTheirRange() {
    Kind<Integer> kind = Kind.whole(2, 10);
    assertThat(kind.parse(" 2 ")).hasValue(2);
    assertThat(kind.parse("10")).hasValue(10);
    for (String wrong : List.of("1", "11", "-3", "2.5", "", "ten", "99999999999999999999")) {
      assertThat(kind.parse(wrong)).as(wrong).isEmpty();
    }
    assertThat(Kind.whole(0L, Long.MAX_VALUE).parse("9223372036854775807"))
        .hasValue(Long.MAX_VALUE);
  }

  @Test
  void aWordStandsForNoNumber() {
    Kind<OptionalInt> kind = Kind.wholeOr("all", 1, 5);
    assertThat(kind.parse("all")).hasValue(OptionalInt.empty());
    assertThat(kind.parse("5")).hasValue(OptionalInt.of(5));
    assertThat(kind.parse("6")).isEmpty();
    assertThat(kind.parse("al")).isEmpty();
  }

  @Test
  void anAddressHasAHostAndACommandOneLine() {
    Kind<String> kind = Kind.commandOrAddressOr("none");
    for (String right : List.of("none", "mail -s x me", "https://host/path?x", "http://[::1]:8/")) {
      assertThat(kind.parse(right)).as(right).hasValue(right);
    }
    for (String wrong : List.of("", "a\nb", "http:", "HTTPS:///x", "http://me:secret@host/")) {
      assertThat(kind.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void decimalsKeepToTheirRangeAndAreNumbers() {
    Kind<Double> kind = Kind.decimal("-0.5", "0.5");
    assertThat(kind.parse("0.02")).hasValue(0.02);
    assertThat(kind.parse("-0.5")).hasValue(-0.5);
    for (String wrong : List.of("0.51", "-0.51", "NaN", "Infinity", "1e99", "2%")) {
      assertThat(kind.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void daysAreThoseOfTheCalendar() {
    Kind<LocalDate> kind = Kind.dateOr("latest");
    assertThat(kind.parse("2018-02-07")).hasValue(LocalDate.of(2018, 2, 7));
    assertThat(kind.parse("latest")).hasValue(LocalDate.MAX);
    assertThat(kind.parse("2018-02-30")).isEmpty();
    assertThat(kind.parse("07.02.2018")).isEmpty();
  }

  @Test
  void namesAreLowerCase() {
    Kind<List<String>> kind = Kind.namesOr("all");
    assertThat(kind.parse("sma_cross, pairs")).hasValue(List.of("sma_cross", "pairs"));
    assertThat(kind.parse("all")).hasValue(List.of());
    assertThat(kind.parse("sma_cross,,pairs")).isEmpty();
    assertThat(kind.parse("Sma Cross")).isEmpty();
  }

  @Test
  void severalNamesAreWrittenInOneWay() {
    Kind<String> kind = Kind.names("an objective");
    assertThat(kind.parse("sharpe")).hasValue("sharpe");
    assertThat(kind.parse(" sharpe , max_drawdown ")).hasValue("sharpe,max_drawdown");
    assertThat(kind.parse("sharpe,")).isEmpty();
    assertThat(kind.parse("Sharpe")).isEmpty();
    assertThat(kind.parse("")).isEmpty();
  }

  @Test
  void symbolsAreTakenAsTheyAre() {
    Kind<List<String>> kind = Kind.symbolsOr("all");
    assertThat(kind.parse("BRK.B,M&M.NS,^N225,BAJAJ-*"))
        .hasValue(List.of("BRK.B", "M&M.NS", "^N225", "BAJAJ-*"));
    assertThat(kind.parse("")).isEmpty();
    assertThat(kind.parse("A,")).isEmpty();
  }

  @Test
  void symbolsCanStandInAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.txt");
    Files.writeString(file, "# mine\nAAPL  # apple\n\nMSFT, IBM\nAAPL\n");

    assertThat(Kind.symbolsOr("all").parse("X,@" + file))
        .hasValue(List.of("X", "AAPL", "MSFT", "IBM"));
  }

  @Test
  void aSymbolFileThatCannotBeUsedIsNamed(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "# nothing\n");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Path missing = folder.resolve("missing");
    Kind<List<String>> kind = Kind.symbolsOr("all");

    assertThatThrownBy(() -> kind.parse("@" + empty))
        .hasMessage("symbol list " + empty + ": no symbol in it");
    assertThatThrownBy(() -> kind.parse("@" + binary))
        .hasMessageContaining(binary + ": not a text");
    assertThatThrownBy(() -> kind.parse("@" + missing))
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> kind.parse("@" + folder)).isInstanceOf(SettingException.class);
  }

  @Test
  void jvmFlagsBeginWithAHyphenAndLeaveTheHeapAlone() {
    Kind<List<String>> kind = Kind.jvmFlags();
    assertThat(kind.parse("-Xss512k  -XX:+UseSerialGC"))
        .hasValue(List.of("-Xss512k", "-XX:+UseSerialGC"));
    assertThat(kind.parse("none")).hasValue(List.of());
    assertThat(kind.parse("-Xss512k UseSerialGC")).isEmpty();
    assertThat(kind.parse("-Xmx1g")).isEmpty();
  }

  @Test
  void pathsBecomeAbsolute() {
    Path home = Path.of(System.getProperty("user.home"));
    assertThat(Kind.path("a path").parse("~/x/../y")).hasValue(home.resolve("y"));
    assertThat(Kind.path("a path").parse("x").orElseThrow()).isAbsolute();
    assertThat(Kind.path("a path").parse("a\0b")).isEmpty();
    assertThat(Kind.path("a path").parse("")).isEmpty();
  }
}
