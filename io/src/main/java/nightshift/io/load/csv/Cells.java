package nightshift.io.load.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into cells. A cell may be quoted, with a quote inside written twice. Price tables
 * have no line breaks inside cells, so a line is always a row: a stray quote spoils one row, and
 * not, as it would for a general CSV parser, all that follows.
 */
final class Cells {
  /** A price table has fewer columns; more are not looked at. */
  static final int MOST = 1000;

  private Cells() {}

  static List<String> of(String line, char separator) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    while (from <= line.length() && cells.size() < MOST) {
      int end = endOfCell(line, from, separator);
      cells.add(unquoted(line.substring(from, end).strip()));
      from = end + 1;
    }
    return cells;
  }

  private static int endOfCell(String line, int from, char separator) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        return i;
      }
    }
    return line.length();
  }

  private static String unquoted(String cell) {
    boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip() : cell;
  }
}
