package nightshift.transforms.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One fold's prices: a calendar, and the bars of every symbol on it in natural order of the
 * symbols. It begins with the warm-up days before the fold, and ends with the fold's last test day.
 */
public final class Panel {
  private final int[] calendar;
  private final List<SymbolBars> symbols;

  /**
   * @param calendar epoch days, strictly ascending: every day on which any of the symbols has a bar
   */
  public Panel(int[] calendar, List<SymbolBars> symbols) {
    for (int i = 1; i < calendar.length; i++) {
      if (calendar[i] <= calendar[i - 1]) {
        throw new IllegalArgumentException(
            "calendar must ascend, but " + date(calendar[i]) + " follows " + date(calendar[i - 1]));
      }
    }
    for (int i = 1; i < symbols.size(); i++) {
      if (symbols.get(i).symbol().compareTo(symbols.get(i - 1).symbol()) <= 0) {
        throw new IllegalArgumentException(
            "symbols must ascend, but "
                + symbols.get(i).symbol()
                + " follows "
                + symbols.get(i - 1).symbol());
      }
    }
    this.calendar = calendar;
    this.symbols = List.copyOf(symbols);
  }

  private static LocalDate date(int epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }

  public List<SymbolBars> symbols() {
    return symbols;
  }

  /** How many days the calendar has. */
  public int days() {
    return calendar.length;
  }

  /** The date of a day, given as an index into the calendar. */
  public LocalDate dateOf(int day) {
    return date(calendar[day]);
  }

  /**
   * The days of the calendar from one date to another.
   *
   * @param from inclusive
   * @param to inclusive
   */
  public Window window(LocalDate from, LocalDate to) {
    return new Window(firstDayFrom(from), firstDayFrom(to.plusDays(1)));
  }

  private int firstDayFrom(LocalDate date) {
    int index = Arrays.binarySearch(calendar, Math.toIntExact(date.toEpochDay()));
    return index >= 0 ? index : -index - 1;
  }
}
