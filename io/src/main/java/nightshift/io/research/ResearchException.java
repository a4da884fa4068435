package nightshift.io.research;

import java.io.IOException;

/**
 * A research database that is not one, or cannot be written. The message is one line for people:
 * what, which file, and what to do about it.
 */
public class ResearchException extends IOException {
  private static final long serialVersionUID = 1L;

  public ResearchException(String message) {
    super(message);
  }

  public ResearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
