package nightshift.transforms;

/** Work was broken off because the process is to stop: it has neither finished nor failed. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("stopped");
  }
}
