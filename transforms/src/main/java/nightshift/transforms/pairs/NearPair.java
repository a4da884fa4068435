package nightshift.transforms.pairs;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Two symbols and how far apart they are.
 *
 * @param first the one whose name comes first
 * @param distance sum of squared differences of their paths, each in units of its first price
 * @param correlation of their daily returns; NaN where it was not asked for
 */
public record NearPair(String first, String second, double distance, double correlation)
    implements Serializable {

  /** The closest first; of equally close ones by name, so that no order of search matters. */
  public static final Comparator<NearPair> ORDER =
      Comparator.comparingDouble(NearPair::distance)
          .thenComparing(NearPair::first)
          .thenComparing(NearPair::second);
}
