package nightshift.pipelines;

/**
 * A run was begun and failed; exit status 1. The message is one line: what failed, where, and what
 * to do about it.
 */
public class FailedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FailedRunException(String message) {
    super(message);
  }

  public FailedRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
