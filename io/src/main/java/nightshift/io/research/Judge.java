package nightshift.io.research;

import java.util.List;

/**
 * Who judges the champions of a run, when all its units are there and its candidates are ranked.
 */
public interface Judge {

  /** Judges; throws nothing but what is a mistake in the program. */
  Judgement judge(RunEvidence evidence);

  /**
   * What comes of it.
   *
   * @param deflated one for each candidate that was given
   */
  record Judgement(List<Deflated> deflated, List<VerdictRow> verdicts) {}

  /** The deflated Sharpe ratio of a candidate, NaN where it is undefined. */
  record Deflated(RunEvidence.Candidate candidate, double dsr) {}
}
