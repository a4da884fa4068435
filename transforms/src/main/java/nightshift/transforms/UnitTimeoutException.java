package nightshift.transforms;

import java.io.IOException;

/** A unit took longer than it may. The message is one line for people. */
final class UnitTimeoutException extends IOException {
  private static final long serialVersionUID = 1L;

  UnitTimeoutException(String message) {
    super(message);
  }
}
