package nightshift.io.research;

import java.util.Set;

/**
 * How far a run has come that began at some time.
 *
 * @param status {@code running} also when its process is gone
 * @param startedAt when it was last started, ISO text
 * @param finishedAt when it last finished, ISO text; empty when it never has
 * @param units how many units it has
 * @param finished those that finished; one that failed is to be done again
 * @param failed how many failed
 */
public record RunStanding(
    String status,
    String startedAt,
    String finishedAt,
    int units,
    Set<UnitKey> finished,
    int failed) {

  public RunStanding {
    finished = Set.copyOf(finished);
  }

  /** Whether nothing is left to do: a run that ended before its last unit is no such thing. */
  public boolean isComplete() {
    return status.equals("finished") && finished.size() + failed >= units;
  }
}
