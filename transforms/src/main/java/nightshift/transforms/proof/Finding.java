package nightshift.transforms.proof;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A promise that a strategy does not keep, and where that shows.
 *
 * @param strategy its name
 * @param fault what it does, for people: "looks ahead"
 * @param choice its parameters as JSON
 * @param symbol where it shows; empty when it is not a matter of one symbol
 * @param date at whose close; empty when it is not a matter of one day
 * @param detail what was different, or went wrong
 */
public record Finding(
    String strategy,
    String fault,
    String choice,
    Optional<String> symbol,
    Optional<LocalDate> date,
    String detail) {

  /** All of it in one line. */
  public String line() {
    return strategy
        + " "
        + fault
        + ": with "
        + choice
        + symbol.map(name -> ", " + name).orElse("")
        + date.map(day -> " at the close of " + day).orElse("")
        + ", "
        + detail;
  }
}
