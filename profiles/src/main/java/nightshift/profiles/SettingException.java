package nightshift.profiles;

/**
 * A setting that cannot be used. The message is one line for people: which setting, where it was
 * given, what is allowed, what was given.
 */
public class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public SettingException(String message) {
    super(message);
  }

  public SettingException(String message, Throwable cause) {
    super(message, cause);
  }
}
