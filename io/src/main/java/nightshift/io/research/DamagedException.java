package nightshift.io.research;

/** A research database that is damaged. */
final class DamagedException extends ResearchException {
  private static final long serialVersionUID = 1L;

  DamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
