package nightshift.pipelines.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A way to tell somebody. */
public interface Notifier {

  /**
   * Tells it.
   *
   * @param patience how long that may take
   * @throws NotifierException when it cannot be told; its message names no path or query of an
   *     address, which are often secret
   */
  void tell(Ending ending, Duration patience) throws NotifierException;

  /**
   * What a setting stands for.
   *
   * @param setting a web address, a command, or {@code none}
   */
  static Optional<Notifier> of(String setting) {
    if (setting.equals("none")) {
      return Optional.empty();
    }
    return Optional.of(
        setting.matches("(?i)https?:.*") ? new Webhook(URI.create(setting)) : new Shell(setting));
  }
}
