package nightshift.pipelines;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightshift.io.research.Champion;

/** Prints champions as a table with columns as wide as they need. */
final class ChampionTable {
  private static final List<String> HEAD =
      List.of(
          "strategy",
          "verdict",
          "in-sample Sharpe",
          "out-of-sample",
          "2x costs",
          "textbook",
          "buy-hold",
          "holdout",
          "drawdown",
          "trades",
          "DSR",
          "PBO",
          "parameters");

  private static final int HOLDOUT = HEAD.indexOf("holdout");

  private ChampionTable() {}

  static void print(List<Champion> champions, PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    champions.forEach(champion -> rows.add(cells(champion)));
    if (champions.stream().allMatch(champion -> Double.isNaN(champion.beside().holdout()))) {
      rows.replaceAll(ChampionTable::withoutHoldout);
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(column == 0 ? "" : "  ").append(cell(rows, row, column));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static List<String> withoutHoldout(List<String> row) {
    List<String> shorter = new ArrayList<>(row);
    shorter.remove(HOLDOUT);
    return shorter;
  }

  private static List<String> cells(Champion champion) {
    return List.of(
        champion.strategy(),
        champion.verdict().isEmpty() ? "-" : champion.verdict(),
        number("%.2f", champion.isSharpe()),
        number("%.2f", champion.oosSharpe()),
        number("%.2f", champion.beside().twiceTheCosts()),
        number("%.2f", champion.beside().textbook()),
        number("%.2f", champion.beside().buyAndHold()),
        number("%.2f", champion.beside().holdout()),
        number("%.1f %%", champion.oosMaxDrawdown() * 100),
        Integer.toString(champion.oosTrades()),
        number("%.2f", champion.dsr()),
        number("%.2f", champion.pbo()),
        parameters(champion.params()));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  /** {@code {"fast":10,"slow":200}} as {@code fast 10, slow 200}. */
  static String parameters(String json) {
    return json.replaceAll("[{}\"]", "").replace(":", " ").replace(",", ", ");
  }

  /** Text to the left, numbers to the right. */
  private static String cell(List<List<String>> rows, List<String> row, int column) {
    int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElseThrow();
    boolean text = column < 2 || column == row.size() - 1;
    return String.format(text ? "%-" + width + "s" : "%" + width + "s", row.get(column));
  }
}
