package nightshift.io.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules found of one symbol: each finding by itself, as long as a rule has not too many;
 * the rest of them in one, so that a symbol of garbage makes some rows and not thousands.
 */
final class SymbolFindings {
  /** How many findings a rule may have of one symbol. */
  static final int MOST = 10;

  private final Map<String, List<GateFinding>> byRule = new TreeMap<>();
  private long badBars;

  /**
   * Adds a finding.
   *
   * @param counts whether its bars speak against the symbol as a whole
   */
  void add(GateFinding finding, boolean counts) {
    List<GateFinding> known = byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>());
    if (known.size() < MOST) {
      known.add(finding);
    } else {
      GateFinding last = known.get(MOST - 1);
      known.set(
          MOST - 1,
          new GateFinding(
              last.rule(),
              last.day(),
              last.rows() + finding.rows(),
              last.value(),
              last.action(),
              "and later ones, to " + LocalDate.ofEpochDay(finding.day())));
    }
    if (counts) {
      badBars += finding.rows();
    }
  }

  /** How many findings a rule has, {@link #MOST} at most. */
  int count(String rule) {
    return byRule.getOrDefault(rule, List.of()).size();
  }

  /** How many bars speak against the symbol. */
  long badBars() {
    return badBars;
  }

  /** All findings, by rule and day. */
  List<GateFinding> list() {
    return byRule.values().stream().flatMap(List::stream).toList();
  }
}
