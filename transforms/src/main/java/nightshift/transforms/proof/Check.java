package nightshift.transforms.proof;

import java.util.List;

/** One promise of strategies, and how it is tried. */
interface Check {

  /** For people, two words at most. */
  String name();

  /**
   * Tries it.
   *
   * @return what was tried and seen, for people
   * @throws BrokenPromiseException when the promise is not kept
   */
  String on(List<Trial> trials, Effort effort);
}
