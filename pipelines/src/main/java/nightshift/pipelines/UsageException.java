package nightshift.pipelines;

/**
 * What the user asked for cannot be done; exit status 2. The message is one line: what is wrong,
 * what is allowed.
 */
public class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
