package nightshift.io.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nightshift.io.day.Days;

/** Counts what is wrong with one symbol, so that each rule makes one finding and not one a row. */
final class Findings {
  private final String symbol;
  private final String source;
  private final Map<String, Tally> tallies = new TreeMap<>();

  Findings(String symbol, String source) {
    this.symbol = symbol;
    this.source = source;
  }

  private static final class Tally {
    private final String detail;
    private long rows;
    private int firstDay = Days.NONE;

    Tally(String detail) {
      this.detail = detail;
    }

    void add(int day) {
      rows++;
      if (day != Days.NONE && (firstDay == Days.NONE || day < firstDay)) {
        firstDay = day;
      }
    }
  }

  /**
   * Counts one row.
   *
   * @param day epoch day, or {@link Days#NONE} when the row has none
   * @param detail for people; the first one of each rule stands
   */
  void add(String rule, int day, String detail) {
    tallies.computeIfAbsent(rule, name -> new Tally(detail)).add(day);
  }

  /** One finding a rule, in alphabetical order of rules. */
  List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    tallies.forEach(
        (rule, tally) -> {
          Optional<LocalDate> date =
              tally.firstDay == Days.NONE
                  ? Optional.empty()
                  : Optional.of(LocalDate.ofEpochDay(tally.firstDay));
          list.add(new Finding(symbol, date, rule, tally.rows, source + ": " + tally.detail));
        });
    return list;
  }
}
