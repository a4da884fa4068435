package nightshift.io.load.csv;

import java.io.IOException;

/** A file whose rows cannot be understood at all; the message is the reason, without the name. */
public final class UnusableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnusableFileException(String reason) {
    super(reason);
  }
}
