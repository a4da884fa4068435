package nightshift.profiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every setting is in the end, and where that came from: default, then profile, then
 * environment, then option; the later wins.
 */
public final class EffectiveSettings {

  /** Variables of the launcher, which are not settings. */
  private static final Set<String> LAUNCHER_VARIABLES =
      Set.of(Settings.VARIABLE_PREFIX + "CLASSPATH");

  private record Given(String text, Source source) {}

  private record Value(Object value, Given given) {}

  private final Machine machine;
  private final Profile profile;
  private final Map<String, Value> values = new HashMap<>();

  private EffectiveSettings(
      Machine machine,
      Profile profile,
      List<Setting<?>> table,
      Map<String, String> environment,
      Map<String, String> options) {
    this.machine = machine;
    this.profile = profile;
    for (Setting<?> setting : table) {
      Given given = given(setting, profile, environment, options);
      values.put(setting.name(), new Value(setting.parse(given.text(), given.source()), given));
    }
  }

  /**
   * Resolves the shared settings and those of one command.
   *
   * @param own what the command takes besides {@link Settings#ALL}
   * @param environment all environment variables
   * @param options values by option name, without hyphens
   * @throws SettingException when an option or variable is unknown, a value is not allowed, or one
   *     that has no default is missing
   */
  public static EffectiveSettings resolve(
      Machine machine,
      List<Setting<?>> own,
      Map<String, String> environment,
      Map<String, String> options) {
    List<Setting<?>> table = Stream.concat(Settings.ALL.stream(), own.stream()).toList();
    checkOptions(table, options);
    checkVariables(environment);
    Given named = given(Settings.PROFILE, Profile.NONE, environment, options);
    Profile profile = Profile.load(Settings.PROFILE.parse(named.text(), named.source()), machine);
    return new EffectiveSettings(machine, profile, table, environment, options);
  }

  /** The defaults of the table but for the given options: no profile, no environment. */
  public static EffectiveSettings of(Machine machine, Map<String, String> options) {
    checkOptions(Settings.ALL, options);
    return new EffectiveSettings(machine, Profile.NONE, Settings.ALL, Map.of(), options);
  }

  private static Given given(
      Setting<?> setting,
      Profile profile,
      Map<String, String> environment,
      Map<String, String> options) {
    String option = options.get(setting.name());
    if (option != null) {
      return new Given(option, Source.option(setting));
    }
    String variable = environment.getOrDefault(setting.variable(), "");
    if (!variable.isBlank() && setting.group() != SettingGroup.COMMAND) {
      return new Given(variable, Source.environment(setting));
    }
    Profile.Entry entry = profile.entries().get(setting.name());
    if (entry != null) {
      return new Given(entry.text(), entry.source());
    }
    if (setting.defaultText().isEmpty()) {
      throw new SettingException(
          setting.option() + " is missing: it must be " + setting.kind().allowed());
    }
    return new Given(setting.defaultText(), Source.DEFAULT);
  }

  private static void checkOptions(List<Setting<?>> table, Map<String, String> options) {
    Set<String> names = table.stream().map(Setting::name).collect(Collectors.toSet());
    for (String name : new TreeSet<>(options.keySet())) {
      if (!names.contains(name)) {
        throw new SettingException("unknown option --" + name);
      }
    }
  }

  private static void checkVariables(Map<String, String> environment) {
    List<String> variables = Settings.ALL.stream().map(Setting::variable).toList();
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith(Settings.VARIABLE_PREFIX)
          && !variables.contains(name)
          && !LAUNCHER_VARIABLES.contains(name)) {
        throw new SettingException(
            "unknown environment variable " + name + Nearest.hint(name, variables));
      }
    }
  }

  public Machine machine() {
    return machine;
  }

  /** The profile they begin with, and why that one. */
  public Profile profile() {
    return profile;
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked") // a value is put under a setting only by that setting's parser
  public <T> T get(Setting<T> setting) {
    return (T) value(setting).value();
  }

  /** The value as it was written. */
  public String text(Setting<?> setting) {
    return value(setting).given().text();
  }

  /** Where the value came from. */
  public Source source(Setting<?> setting) {
    return value(setting).given().source();
  }

  private Value value(Setting<?> setting) {
    Value value = values.get(setting.name());
    if (value == null) {
      throw new IllegalArgumentException(setting.name() + " is not a setting of this command");
    }
    return value;
  }
}
