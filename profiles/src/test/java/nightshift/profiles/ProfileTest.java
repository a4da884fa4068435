package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
  private final Machine pi = MachineTest.recorded("pi5-4gb");
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.properties"), text);
  }

  private static Map<String, String> texts(Profile profile) {
    return profile.entries().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
  }

  @ParameterizedTest
  @CsvSource({
    "pi_safe, 50, 1, 20, 1",
    "pi_balanced, 150, 3, 20, 2",
    "workstation, all, 10, 50, cores",
  })
  void comesWithThree(
      String name, String symbols, String years, String population, String workers) {
    assertThat(texts(Profile.load(name, pi)))
        .containsEntry("maxSymbols", symbols)
        .containsEntry("maxYears", years)
        .containsEntry("population", population)
        .containsEntry("workers", workers);
  }

  @Test
  void autoSaysWhy() {
    Profile profile = Profile.load("auto", pi);
    assertThat(profile.name()).isEqualTo("pi_safe");
    assertThat(profile.reason()).contains("Raspberry Pi with less than 7 GB");
  }

  @Test
  void aCopyCanBeChanged() throws IOException {
    Path copy = folder.resolve("mine.properties");
    Files.writeString(
        copy,
        Files.readString(Path.of("pi_safe.properties")).replace("maxSymbols = 50", "maxSymbols=7"));

    Profile profile = Profile.load(copy.toString(), pi);

    assertThat(profile.name()).isEqualTo(copy.toString());
    assertThat(profile.entries().get("maxSymbols").text()).isEqualTo("7");
    assertThat(profile.entries().get("maxSymbols").source())
        .hasToString("profile " + copy + " line 8");
  }

  @Test
  void anUnknownKeyIsLocated() throws IOException {
    Path file = file("# mine\n\npopulaton = 20\n");
    assertThatThrownBy(() -> Profile.load(file.toString(), pi))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(
            "profile " + file + " line 3: unknown key 'populaton' (did you mean population?)")
        .hasMessageContaining("allowed are strict, verbose")
        .hasMessageContaining("steadyGenerations");
  }

  @Test
  void aBadValueIsLocated() throws IOException {
    Path file = file("seed = 1\nrunner = DirctRunner\n");
    assertThatThrownBy(() -> Profile.load(file.toString(), pi))
        .hasMessage(
            "profile "
                + file
                + " line 2: runner must be DirectRunner or FlinkRunner, got 'DirctRunner' (did you mean DirectRunner?)");
  }

  @Test
  void aKeyThatIsThereTwiceIsLocated() throws IOException {
    Path file = file("seed = 1\nseed = 2\n");
    assertThatThrownBy(() -> Profile.load(file.toString(), pi))
        .hasMessageContaining("line 2: seed is there already, see profile " + file + " line 1");
  }

  @Test
  void aLineWithoutEqualsIsLocated() throws IOException {
    Path file = file("seed: 1\n");
    assertThatThrownBy(() -> Profile.load(file.toString(), pi))
        .hasMessageContaining("line 1: expected key = value, got 'seed: 1'");
  }

  @Test
  void aProfileNamesNoProfile() throws IOException {
    Path file = file("profile = pi_safe\n");
    assertThatThrownBy(() -> Profile.load(file.toString(), pi))
        .hasMessageContaining("line 1: unknown key 'profile'");
  }

  @Test
  void anUnknownNameIsToldFromAMissingFile() {
    assertThatThrownBy(() -> Profile.load("pi_save", pi))
        .hasMessageStartingWith("unknown profile 'pi_save' (did you mean pi_safe?); allowed are");
    assertThatThrownBy(() -> Profile.load(folder + "/none.properties", pi))
        .hasMessageEndingWith("none.properties: there is no such file");
  }
}
