package nightshift.io.load.csv;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number in a cell: 1234.5, 1,234.50, $1,234.50, 1.234,50, 1 234,50, 1.2M. Thousands separators
 * must stand where they belong. Which of point and comma is the decimal one is decided for the
 * whole file.
 */
final class NumberCell {
  /** What {@link #parse} returns for a cell that is neither a number nor empty. */
  static final double UNREADABLE = Double.NEGATIVE_INFINITY;

  private static final Set<String> EMPTY =
      Set.of("", "null", "nan", "na", "n/a", "none", "nil", "-", "--", "#n/a");
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern ORNAMENT = Pattern.compile("[\\s\\u00A0\\u202F'$\u20AC\u00A3]");

  private final boolean decimalComma;

  private NumberCell(boolean decimalComma) {
    this.decimalComma = decimalComma;
  }

  /**
   * Looks for the first cell that tells: one with both marks (the last is the decimal one), or one
   * with a single mark that is not followed by exactly three digits. When none does, a comma is the
   * decimal one exactly if the cells are separated by semicolons, which is where it comes from.
   */
  static NumberCell forFile(Iterable<String> cells, char separator) {
    boolean anyComma = false;
    for (String cell : cells) {
      int comma = cell.lastIndexOf(',');
      int point = cell.lastIndexOf('.');
      anyComma |= comma >= 0;
      int last = Math.max(comma, point);
      boolean both = comma >= 0 && point >= 0;
      boolean tells = last >= 0 && (both || isDecimal(cell, last));
      if (tells && PLAIN.matcher(cell.substring(last + 1) + "0").matches()) {
        return new NumberCell(last == comma);
      }
    }
    return new NumberCell(anyComma && separator == ';');
  }

  private static boolean isDecimal(String cell, int mark) {
    return cell.length() - mark - 1 != 3 && cell.indexOf(cell.charAt(mark)) == mark;
  }

  /**
   * @return the number; NaN when the cell is empty or says so ("null", "N/A"); {@link #UNREADABLE}
   */
  double parse(String cell) {
    if (!decimalComma && isSimple(cell)) {
      return finite(Double.parseDouble(cell));
    }
    String text = ORNAMENT.matcher(cell).replaceAll("").toLowerCase(Locale.ROOT);
    if (EMPTY.contains(text)) {
      return Double.NaN;
    }
    double unit = unit(text);
    String digits = unit == 1 ? text : text.substring(0, text.length() - 1);
    return parse(decimalComma ? swapMarks(digits) : digits, unit);
  }

  /** The usual case, without a pattern: digits with a point among them. */
  private static boolean isSimple(String cell) {
    int points = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '.') {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return points <= 1 && cell.length() > points;
  }

  private static double parse(String digits, double unit) {
    String plain = GROUPED.matcher(digits).matches() ? digits.replace(",", "") : digits;
    return PLAIN.matcher(plain).matches() ? finite(Double.parseDouble(plain) * unit) : UNREADABLE;
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? UNREADABLE : value;
  }

  private static double unit(String text) {
    return switch (text.charAt(text.length() - 1)) {
      case 'k' -> 1e3;
      case 'm' -> 1e6;
      case 'b' -> 1e9;
      default -> 1;
    };
  }

  private static String swapMarks(String text) {
    return text.replace(',', '_').replace('.', ',').replace('_', '.');
  }
}
