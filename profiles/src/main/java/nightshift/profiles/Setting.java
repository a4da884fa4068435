package nightshift.profiles;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a user may set: everything that help, the environment, a profile file and an error
 * message need to know of it.
 *
 * @param <T> the type of its value
 * @param name the key in a profile file, and with two hyphens the option
 * @param group what it concerns
 * @param kind what values are allowed
 * @param unit what a number counts; empty for none
 * @param defaultText the value without profile, variable or option, as it would be written; empty
 *     when there is none and it must be given
 * @param description for help, one sentence
 */
public record Setting<T>(
    String name,
    SettingGroup group,
    Kind<T> kind,
    String unit,
    String defaultText,
    String description) {

  /** {@code --maxSymbols}. */
  public String option() {
    return "--" + name;
  }

  /** Whether an option is this setting's, as it is or as {@code --max-symbols}. */
  public boolean isOption(String option) {
    return option.equals(option())
        || option.equals(option().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT));
  }

  /** {@code NIGHTSHIFT_MAX_SYMBOLS}. */
  public String variable() {
    String words = name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_');
    return Settings.VARIABLE_PREFIX + words.toUpperCase(Locale.ROOT);
  }

  /** Whether the option stands alone, without a value. */
  public boolean isFlag() {
    return kind == Kind.FLAG;
  }

  /**
   * The value of a text.
   *
   * @param source where the text was found, for the error message
   * @throws SettingException when it is not allowed
   */
  T parse(String text, Source source) {
    Optional<T> value;
    try {
      value = kind.parse(text);
    } catch (SettingException e) {
      throw new SettingException(source.subject(this) + ": " + e.getMessage(), e);
    }
    return value.orElseThrow(() -> notAllowed(text, source));
  }

  /**
   * Checks a value that was not parsed.
   *
   * @throws SettingException when its text is not allowed
   */
  void check(Object value) {
    parse(value.toString(), Source.DEFAULT);
  }

  private SettingException notAllowed(String text, Source source) {
    return new SettingException(
        source.subject(this)
            + " must be "
            + kind.allowed()
            + ", got '"
            + text
            + "'"
            + Nearest.hint(text, kind.words()));
  }
}
