package nightshift.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {
  private static final Setting<Path> FROM =
      new Setting<>("from", SettingGroup.COMMAND, Kind.path("a path"), "", "", "What to take.");

  private final Machine pi = MachineTest.recorded("pi5-4gb");

  private EffectiveSettings resolve(Map<String, String> environment, Map<String, String> options) {
    return EffectiveSettings.resolve(pi, List.of(), environment, options);
  }

  @Test
  void aLaterLayerWins() {
    EffectiveSettings defaults = resolve(Map.of(), Map.of());
    assertThat(defaults.get(Settings.GENERATIONS)).isEqualTo(15);
    assertThat(defaults.source(Settings.GENERATIONS)).hasToString("default");
    assertThat(defaults.get(Settings.MAX_SYMBOLS)).isEqualTo(OptionalInt.of(50));
    assertThat(defaults.source(Settings.MAX_SYMBOLS)).hasToString("profile pi_safe line 8");

    Map<String, String> environment = Map.of("NIGHTSHIFT_MAX_SYMBOLS", "all");
    EffectiveSettings varied = resolve(environment, Map.of());
    assertThat(varied.get(Settings.MAX_SYMBOLS)).isEqualTo(OptionalInt.empty());
    assertThat(varied.source(Settings.MAX_SYMBOLS))
        .hasToString("environment NIGHTSHIFT_MAX_SYMBOLS");

    EffectiveSettings asked = resolve(environment, Map.of("maxSymbols", "3"));
    assertThat(asked.get(Settings.MAX_SYMBOLS)).isEqualTo(OptionalInt.of(3));
    assertThat(asked.source(Settings.MAX_SYMBOLS)).hasToString("option --maxSymbols");
  }

  @Test
  void theProfileItselfComesFromOptionThenEnvironmentThenTheMachine() {
    Map<String, String> environment = Map.of("NIGHTSHIFT_PROFILE", "pi_balanced");
    assertThat(resolve(Map.of(), Map.of()).profile().name()).isEqualTo("pi_safe");
    assertThat(resolve(environment, Map.of()).profile().name()).isEqualTo("pi_balanced");
    assertThat(resolve(environment, Map.of("profile", "workstation")).profile().name())
        .isEqualTo("workstation");
  }

  @Test
  void errorsNameThePlaceTheRangeAndTheValue() {
    assertThatThrownBy(() -> resolve(Map.of(), Map.of("population", "-5")))
        .isInstanceOf(SettingException.class)
        .hasMessage("--population must be 2 to 10000, got '-5'");
    assertThatThrownBy(() -> resolve(Map.of("NIGHTSHIFT_POPULATION", "1e9"), Map.of()))
        .hasMessage("NIGHTSHIFT_POPULATION must be 2 to 10000, got '1e9'");
    assertThatThrownBy(() -> resolve(Map.of(), Map.of("symbols", "@/no/such/file")))
        .hasMessage("--symbols: symbol list /no/such/file: there is no such file");
  }

  @Test
  void aMisspeltVariableIsNotOverlooked() {
    assertThatThrownBy(() -> resolve(Map.of("NIGHTSHIFT_MAXSYMBOLS", "3"), Map.of()))
        .hasMessage(
            "unknown environment variable NIGHTSHIFT_MAXSYMBOLS"
                + " (did you mean NIGHTSHIFT_MAX_SYMBOLS?)");
    resolve(Map.of("NIGHTSHIFT_CLASSPATH", "more.jar", "HOME", "/x"), Map.of());
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(resolve(Map.of("NIGHTSHIFT_SEED", ""), Map.of()).get(Settings.SEED)).isEqualTo(42);
  }

  @Test
  void anUnknownOptionIsNotOverlooked() {
    assertThatThrownBy(() -> resolve(Map.of(), Map.of("from", "x")))
        .hasMessage("unknown option --from");
  }

  @Test
  void aCommandsOwnSettingComesFromItsOptionAlone() {
    Map<String, String> options = Map.of("from", "/x");
    EffectiveSettings settings = EffectiveSettings.resolve(pi, List.of(FROM), Map.of(), options);
    assertThat(settings.get(FROM)).isEqualTo(Path.of("/x"));

    assertThatThrownBy(() -> EffectiveSettings.resolve(pi, List.of(FROM), Map.of(), Map.of()))
        .hasMessage("--from is missing: it must be a path");
    assertThatThrownBy(
            () -> settings.get(new Setting<>("x", SettingGroup.COMMAND, Kind.FLAG, "", "", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everySettingHasANameOfItsOwnAndADefaultThatIsAllowed() {
    Set<String> names = new HashSet<>();
    for (Setting<?> setting : Settings.ALL) {
      assertThat(names.add(setting.option())).as(setting.name()).isTrue();
      assertThat(names.add(setting.variable())).as(setting.variable()).isTrue();
      assertThat(setting.kind().parse(setting.defaultText())).as(setting.name()).isPresent();
      assertThat(setting.description()).as(setting.name()).endsWith(".");
    }
    assertThat(Settings.JVM_FLAGS.variable()).isEqualTo("NIGHTSHIFT_JVM_FLAGS");
    assertThat(Settings.AS_OF.variable()).isEqualTo("NIGHTSHIFT_AS_OF");
  }

  @Test
  void everyDeclaredSettingIsInTheTable() throws IllegalAccessException {
    Set<Object> declared = new HashSet<>();
    for (java.lang.reflect.Field field : Settings.class.getFields()) {
      if (field.getType() == Setting.class) {
        declared.add(field.get(null));
      }
    }
    assertThat(Settings.ALL).containsExactlyInAnyOrderElementsOf(cast(declared));
  }

  private static List<Setting<?>> cast(Set<Object> settings) {
    return settings.stream().<Setting<?>>map(setting -> (Setting<?>) setting).toList();
  }
}
