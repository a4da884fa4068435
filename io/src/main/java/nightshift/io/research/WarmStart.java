package nightshift.io.research;

import java.io.Serializable;
import java.util.List;

/**
 * The champions of an earlier run that a run's searches take in after their first generation.
 *
 * @param fromRun whose champions they are; empty where there was no such run
 * @param seeds in order of strategy and fold, then in the order in which they are taken in
 */
public record WarmStart(String fromRun, List<Seed> seeds) implements Serializable {
  /** Of a run that begins with nothing. */
  public static final WarmStart COLD = new WarmStart("", List.of());

  public WarmStart {
    seeds = List.copyOf(seeds);
  }

  /**
   * One of them.
   *
   * @param fold test year of the fold that is searched with it
   * @param params JSON
   */
  public record Seed(String strategy, int fold, String params) implements Serializable {}
}
