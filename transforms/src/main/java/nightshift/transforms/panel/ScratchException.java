package nightshift.transforms.panel;

import java.io.IOException;

/**
 * A scratch file that cannot be made, written or read. The message is one line for people: what,
 * where, and what to do about it.
 */
public class ScratchException extends IOException {
  private static final long serialVersionUID = 1L;

  public ScratchException(String message) {
    super(message);
  }

  public ScratchException(String message, Throwable cause) {
    super(message, cause);
  }
}
