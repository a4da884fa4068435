package nightshift.io.research;

import java.util.List;

/**
 * What the database has for judging the champions of a run. Numbers that are NULL there are NaN
 * here.
 *
 * @param candidates all of the run, in order of strategy, fold, island, params
 * @param series what units' best candidates, and buy and hold, did on the unseen days, in order of
 *     strategy, fold, island
 */
public record RunEvidence(List<Candidate> candidates, List<Series> series) {

  /**
   * A validated candidate.
   *
   * @param rank 1 is the best of its strategy and fold; 0 when it has none
   * @param isSharpe annualised
   * @param isDays of how many days in sample
   * @param isSkew of these
   * @param isKurtosis raw
   * @param pbo of its unit
   * @param trials what was tried for its strategy
   */
  public record Candidate(
      String strategy,
      int fold,
      int island,
      String params,
      int rank,
      double objective,
      double isSharpe,
      int isDays,
      double isSkew,
      double isKurtosis,
      double pbo,
      Trials trials) {}

  /**
   * What was tried for a strategy on this market, in all nights so far.
   *
   * @param distinct different candidates, over all folds
   * @param sharpeVariance of the annualised Sharpe ratios of those of one fold, with n - 1; NaN
   *     with fewer than two
   */
  public record Trials(long distinct, double sharpeVariance) {}

  /**
   * Returns of days.
   *
   * @param days epoch days
   */
  public record Series(String strategy, int fold, String params, int[] days, double[] returns) {}
}
