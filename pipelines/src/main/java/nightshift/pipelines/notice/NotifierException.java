package nightshift.pipelines.notice;

/** Nobody could be told. The message is one line. */
public final class NotifierException extends Exception {
  private static final long serialVersionUID = 1L;

  NotifierException(String message) {
    super(message);
  }

  NotifierException(String message, Throwable cause) {
    super(message, cause);
  }
}
