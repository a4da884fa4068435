package nightshift.io.load.csv;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which column holds what: an index for each, or {@link #ABSENT}. Date and close are always there.
 * Names are compared without case, marks and numbering, so {@code <CLOSE>}, {@code adj_close} and
 * {@code 5. adjusted close} are found.
 *
 * @param name a column called "name", which may hold symbols or the names of companies
 */
record Header(
    int date,
    int open,
    int high,
    int low,
    int close,
    int adjustedClose,
    int volume,
    int symbol,
    int name) {
  static final int ABSENT = -1;

  private static final List<String> DATE =
      List.of(
          "date",
          "datetime",
          "date time",
          "timestamp",
          "time",
          "day",
          "trade date",
          "trading date",
          "trading day",
          "dtyyyymmdd",
          "formatted date");
  private static final List<String> OPEN = List.of("open", "open price", "opening price", "o");
  private static final List<String> HIGH = List.of("high", "high price", "max", "h");
  private static final List<String> LOW = List.of("low", "low price", "min", "l");
  private static final List<String> CLOSE =
      List.of("close", "close price", "closing price", "close/last", "last", "c", "price");
  private static final List<String> ADJUSTED =
      List.of("adj close", "adjusted close", "adjclose", "close adjusted", "adjusted");
  private static final List<String> VOLUME =
      List.of("volume", "vol", "v", "tickvol", "shares traded", "total trade quantity");
  private static final List<String> SYMBOL =
      List.of("symbol", "ticker", "sym", "instrument", "secid", "stock", "code");

  /** The header in these cells, or null when they have no date or no close. */
  static Header of(List<String> cells) {
    List<String> names = cells.stream().map(Header::normal).toList();
    int adjusted = find(names, ADJUSTED);
    int close = find(names, CLOSE);
    if (close == ABSENT) {
      close = adjusted;
      adjusted = ABSENT;
    }
    int date = dateColumn(names, close);
    if (date == ABSENT || close == ABSENT) {
      return null;
    }
    return new Header(
        date,
        find(names, OPEN),
        find(names, HIGH),
        find(names, LOW),
        close,
        adjusted,
        find(names, VOLUME),
        find(names, SYMBOL),
        names.indexOf("name"));
  }

  /** A nameless first column is a data frame's index; yfinance calls that column "Price". */
  private static int dateColumn(List<String> names, int close) {
    int date = find(names, DATE);
    boolean index = names.get(0).isEmpty() || names.get(0).equals("price");
    return date == ABSENT && index && close > 0 ? 0 : date;
  }

  private static int find(List<String> names, List<String> aliases) {
    return aliases.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(ABSENT);
  }

  private static String normal(String cell) {
    return cell.toLowerCase(Locale.ROOT)
        .replaceAll("[<>*\"]", "")
        .replaceAll("^\\s*\\d+\\.\\s*", "")
        .replaceAll("[_.\\s-]+", " ")
        .strip();
  }

  /** Columns of prices that are there; their cells tell how numbers are written. */
  int[] prices() {
    return IntStream.of(open, high, low, close, adjustedClose).filter(i -> i >= 0).toArray();
  }

  Header withSymbol(int column) {
    return new Header(date, open, high, low, close, adjustedClose, volume, column, name);
  }

  /** How many cells a row must have at least for its date and close to be in it. */
  int width() {
    return Math.max(Math.max(date, close), symbol) + 1;
  }
}
