package nightshift.pipelines;

/** A run was interrupted from outside. The message is one line: how far it came, and what next. */
final class InterruptedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedRunException(String message) {
    super(message);
  }
}
