package nightshift.profiles;

/**
 * Where the value of a setting came from.
 *
 * @param layer which of the layers; a later one wins over an earlier one
 * @param where the option, the variable, or the profile and its line; empty for a default
 */
public record Source(Layer layer, String where) {

  /** From weak to strong. */
  public enum Layer {
    DEFAULT,
    PROFILE,
    ENVIRONMENT,
    OPTION
  }

  static final Source DEFAULT = new Source(Layer.DEFAULT, "");

  static Source profile(String profile, int line) {
    return new Source(Layer.PROFILE, profile + " line " + line);
  }

  static Source environment(Setting<?> setting) {
    return new Source(Layer.ENVIRONMENT, setting.variable());
  }

  static Source option(Setting<?> setting) {
    return new Source(Layer.OPTION, setting.option());
  }

  /** How an error message names the setting, so that it can be found and mended. */
  String subject(Setting<?> setting) {
    return switch (layer) {
      case DEFAULT -> setting.name();
      case PROFILE -> "profile " + where + ": " + setting.name();
      case ENVIRONMENT, OPTION -> where;
    };
  }

  /** For people: {@code default}, {@code profile pi_safe line 9}, {@code option --seed}. */
  @Override
  public String toString() {
    return switch (layer) {
      case DEFAULT -> "default";
      case PROFILE -> "profile " + where;
      case ENVIRONMENT -> "environment " + where;
      case OPTION -> "option " + where;
    };
  }
}
