package nightshift.transforms.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** 502 daily bars of SPY, 2017 and 2018, adjusted for dividends, where they are at hand. */
public final class SpyQuotes {
  private static final Path FILE =
      Path.of("..", "..", "shared", "realdata", "indicators", "quotes.csv");

  private final List<LocalDate> dates = new ArrayList<>();
  private final Map<Column, double[]> columns = new EnumMap<>(Column.class);

  private SpyQuotes(List<CSVRecord> rows) {
    rows.forEach(row -> dates.add(LocalDate.parse(row.get("date"))));
    for (Column column : Column.values()) {
      String name = column.name().toLowerCase(Locale.ROOT);
      columns.put(
          column, rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray());
    }
  }

  public static boolean areThere() {
    return Files.exists(FILE);
  }

  public static SpyQuotes read() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(Files.newBufferedReader(FILE))) {
      return new SpyQuotes(parser.getRecords());
    }
  }

  int size() {
    return dates.size();
  }

  LocalDate date(int bar) {
    return dates.get(bar);
  }

  /** The first bar of a year. */
  public int firstOf(int year) {
    return (int) dates.stream().filter(date -> date.getYear() < year).count();
  }

  /** Not a copy. */
  public double[] closes() {
    return columns.get(Column.CLOSE);
  }

  double[] opens() {
    return columns.get(Column.OPEN);
  }

  /** A panel of the one symbol. */
  Panel panel() {
    int[] days = IntStream.range(0, size()).toArray();
    int[] calendar = dates.stream().mapToInt(day -> (int) day.toEpochDay()).toArray();
    return new Panel(calendar, List.of(new SymbolBars("SPY", days, columns)));
  }

  /**
   * The same with each open at the close before: a fill at the next open is then one at the close
   * at which it was decided, which is the convention of many other engines.
   */
  SpyQuotes openingAtTheCloseBefore() throws IOException {
    SpyQuotes same = read();
    double[] opens = same.columns.get(Column.OPEN);
    System.arraycopy(closes(), 0, opens, 1, size() - 1);
    opens[0] = closes()[0];
    return same;
  }
}
