package nightshift.transforms.panel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds one array for all that are equal: most symbols trade on the same days. Not safe for several
 * threads.
 */
public final class EqualDays {
  private final Map<Key, int[]> known = new HashMap<>();

  private record Key(int[] days) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(days, key.days);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(days);
    }
  }

  /** The first array that was equal to this one; this one, where there was none. */
  public int[] one(int[] days) {
    int[] other = known.putIfAbsent(new Key(days), days);
    return other == null ? days : other;
  }

  /** All that are different. */
  public Iterable<int[]> distinct() {
    return known.values();
  }
}
