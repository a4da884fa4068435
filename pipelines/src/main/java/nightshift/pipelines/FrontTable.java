package nightshift.pipelines;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nightshift.io.research.FrontRow;
import nightshift.transforms.stats.Objective;
import nightshift.transforms.stats.ParetoFront;
import nightshift.transforms.stats.Score;

/**
 * Prints the ends of each strategy's front: the best member by each objective, with all its figures
 * in sample. The fronts of several islands are made one.
 */
final class FrontTable {
  private static final String GAP = "  ";

  private FrontTable() {}

  /** A member, from its rows. */
  private record Member(String params, int trades, Map<Objective, Double> figures) {
    Score score() {
      List<Double> values =
          figures.entrySet().stream().map(e -> e.getKey().oriented(e.getValue())).toList();
      return new Score(values.get(0), trades, true, values.subList(1, values.size()));
    }

    double oriented(Objective objective) {
      return objective.oriented(figures.get(objective));
    }
  }

  /**
   * @param rows by strategy, island and member, in the order of the objectives; nothing is printed
   *     without any
   */
  static void print(List<FrontRow> rows, PrintStream out) {
    if (rows.isEmpty()) {
      return;
    }
    List<List<String>> table = new ArrayList<>();
    byStrategy(rows).forEach((strategy, front) -> addEnds(strategy, front, table));
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < table.get(0).size(); i++) {
      int column = i;
      widths.add(table.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow());
    }
    table.forEach(row -> out.println(line(row, widths)));
    out.println();
  }

  private static Map<String, List<Member>> byStrategy(List<FrontRow> rows) {
    Map<String, Map<String, Member>> found = new LinkedHashMap<>();
    for (FrontRow row : rows) {
      found
          .computeIfAbsent(row.strategy(), strategy -> new LinkedHashMap<>())
          .computeIfAbsent(
              row.params(), params -> new Member(params, row.trades(), new LinkedHashMap<>()))
          .figures()
          .put(Objective.of(row.objective()), row.value());
    }
    Map<String, List<Member>> fronts = new LinkedHashMap<>();
    found.forEach((strategy, members) -> fronts.put(strategy, merged(members.values())));
    return fronts;
  }

  private static List<Member> merged(Iterable<Member> members) {
    ParetoFront<Member> front =
        new ParetoFront<>(
            Member::score,
            Comparator.comparing(Member::score).reversed().thenComparing(Member::params));
    members.forEach(front::add);
    return front.members();
  }

  private static void addEnds(String strategy, List<Member> front, List<List<String>> table) {
    List<Objective> objectives = List.copyOf(front.get(0).figures().keySet());
    if (table.isEmpty()) {
      table.add(head(objectives));
    }
    for (Objective objective : objectives) {
      // Of equals, the first: the members are in order.
      Member best = front.get(0);
      for (Member member : front) {
        best = member.oriented(objective) > best.oriented(objective) ? member : best;
      }
      List<String> row = new ArrayList<>();
      boolean first = objective == objectives.get(0);
      row.add(first ? strategy : "");
      row.add(first ? Integer.toString(front.size()) : "");
      row.add(objective.label());
      best.figures().values().forEach(figure -> row.add(figure(figure)));
      row.add(ChampionTable.parameters(best.params()));
      table.add(row);
    }
  }

  private static List<String> head(List<Objective> objectives) {
    List<String> head = new ArrayList<>(List.of("front", "members", "best by"));
    objectives.forEach(objective -> head.add(objective.label()));
    head.add("parameters");
    return head;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** Text to the left, numbers to the right. */
  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      boolean text = i == 0 || i == 2 || i == row.size() - 1;
      line.append(i == 0 ? "" : GAP)
          .append(String.format((text ? "%-" : "%") + widths.get(i) + "s", row.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
