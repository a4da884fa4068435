package nightshift.io.market;

import java.io.IOException;

/**
 * Prices that are not there or cannot be read. The message is one line for people: what, where
 * (file, symbol, column, row) and what to do about it.
 */
public class MarketException extends IOException {
  private static final long serialVersionUID = 1L;

  public MarketException(String message) {
    super(PlainText.of(message));
  }

  public MarketException(String message, Throwable cause) {
    super(PlainText.of(message), cause);
  }

  /** Puts the first line of a cause behind what could not be done. */
  static MarketException of(String what, Exception cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String line = message.lines().findFirst().orElse("no reason given").strip();
    return new MarketException(what + ": " + line, cause);
  }
}
