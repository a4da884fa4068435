package nightshift.transforms.pairs;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pairs are wanted besides being close. What is cheap to know is asked first.
 *
 * @param sectors by symbol; empty where any two may be paired. Where it is not, a symbol that is
 *     not in it is in no pair
 * @param minCorrelation of the daily returns, at least; -1 for any, also where it is undefined
 */
public record Admission(Map<String, String> sectors, double minCorrelation)
    implements Serializable {
  /** Any two symbols. */
  public static final Admission ANY = new Admission(Map.of(), -1);

  private static final int NONE = -1;

  public Admission {
    sectors = Map.copyOf(sectors);
    if (!(minCorrelation >= -1 && minCorrelation <= 1)) {
      throw new IllegalArgumentException(
          "correlation must be -1 to 1 at least, got " + minCorrelation);
    }
  }

  boolean asksCorrelation() {
    return minCorrelation > -1;
  }

  /** For each of some symbols a number that those of its sector share; negative for none. */
  int[] numbered(List<String> symbols) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] numbered = new int[symbols.size()];
    for (int i = 0; i < numbered.length; i++) {
      String sector = sectors.get(symbols.get(i));
      boolean known = sectors.isEmpty() || sector != null;
      numbered[i] =
          known ? numbers.computeIfAbsent(String.valueOf(sector), s -> numbers.size()) : NONE;
    }
    return numbered;
  }
}
