package nightshift.transforms.backtest;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Where a fill wanted an open and there was none, each symbol and day once. */
final class MissingOpens {
  private final Map<String, BitSet> days = new HashMap<>();

  void add(String symbol, int day) {
    days.computeIfAbsent(symbol, s -> new BitSet()).set(day);
  }

  int count() {
    return days.values().stream().mapToInt(BitSet::cardinality).sum();
  }
}
