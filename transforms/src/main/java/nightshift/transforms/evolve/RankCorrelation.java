package nightshift.transforms.evolve;

import java.util.List;
import nightshift.transforms.stats.Score;

/** How far two ways of scoring put the same candidates into the same order (Spearman 1904). */
final class RankCorrelation {
  private RankCorrelation() {}

  /** The rank of each candidate's score, from 1 for the worst; equal ones share their mean rank. */
  static double[] ranks(List<Candidate> candidates) {
    double[] ranks = new double[candidates.size()];
    for (int i = 0; i < ranks.length; i++) {
      Score score = candidates.get(i).score();
      int below = 0;
      int equal = 0;
      for (Candidate other : candidates) {
        int compared = other.score().compareTo(score);
        below += compared < 0 ? 1 : 0;
        equal += compared == 0 ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }

  /** Pearson's correlation of ranks; 0 where one side has no order. */
  static double of(double[] a, double[] b) {
    double mean = (a.length + 1) / 2.0;
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - mean) * (b[i] - mean);
      first += (a[i] - mean) * (a[i] - mean);
      second += (b[i] - mean) * (b[i] - mean);
    }
    return first == 0 || second == 0 ? 0 : both / Math.sqrt(first * second);
  }
}
