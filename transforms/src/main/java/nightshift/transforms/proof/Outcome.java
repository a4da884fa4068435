package nightshift.transforms.proof;

import java.util.Optional;

/**
 * What came of a check.
 *
 * @param check its name, for people
 * @param measured what was tried and seen, for people
 * @param finding what was found wrong; empty where nothing was
 * @param proven whether anything was there to be looked at; a strategy that decided nothing has
 *     done nothing wrong, and proven nothing
 */
public record Outcome(String check, String measured, Optional<Finding> finding, boolean proven) {

  static Outcome holds(String check, String measured) {
    return new Outcome(check, measured, Optional.empty(), true);
  }

  static Outcome fails(String check, String measured, Finding finding) {
    return new Outcome(check, measured, Optional.of(finding), true);
  }

  static Outcome nothingToSee(String check) {
    return new Outcome(
        check, "it decided nothing on these prices, so nothing is proven", Optional.empty(), false);
  }

  /** Whether nothing was found wrong. */
  public boolean holds() {
    return finding.isEmpty();
  }
}
