package nightshift.pipelines;

import java.io.PrintStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nightshift.io.research.ResearchException;
import nightshift.io.research.ResearchReader;

/**
 * What a run has in quarantine.
 *
 * @param byRule symbols or rows that were not used, or were mended, or are doubtful: how many, the
 *     most frequent rule first
 * @param symbolsSetAside symbols that the data gate did not use
 */
record Findings(Map<String, Integer> byRule, int symbolsSetAside) {

  Findings {
    byRule = Collections.unmodifiableMap(new LinkedHashMap<>(byRule));
  }

  static Findings of(String runId, ResearchReader reader) throws ResearchException {
    return new Findings(reader.quarantinedByRule(runId), reader.symbolsSetAside(runId));
  }

  boolean isEmpty() {
    return byRule.isEmpty();
  }

  /** One line, if there is anything. */
  void print(PrintStream out) {
    if (!isEmpty()) {
      int all = byRule.values().stream().mapToInt(Integer::intValue).sum();
      out.println(
          "data      "
              + Count.of(all, "finding")
              + " in table quarantine: "
              + byRule.entrySet().stream()
                  .map(rule -> rule.getValue() + " " + rule.getKey())
                  .collect(Collectors.joining(", "))
              + (symbolsSetAside == 0
                  ? ""
                  : "; " + Count.of(symbolsSetAside, "symbol") + " set aside"));
    }
  }
}
