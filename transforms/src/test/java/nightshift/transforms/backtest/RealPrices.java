package nightshift.transforms.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nightshift.io.market.Column;
import nightshift.transforms.panel.Panel;
import nightshift.transforms.panel.SymbolBars;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Five years of real prices, in cents, where they are at hand. */
public final class RealPrices {
  private static final Path ARCHIVE =
      Path.of("..", "..", "shared", "realdata", "sp500_2013_2018.tar.xz");

  private RealPrices() {}

  public static boolean areThere() {
    return Files.exists(ARCHIVE);
  }

  /** Of the companies, in the order of the archive, one in so many. */
  public static Panel oneIn(int every) throws IOException {
    TreeMap<String, List<CSVRecord>> rows = new TreeMap<>();
    try (InputStream file = Files.newInputStream(ARCHIVE);
        InputStream tar = new XZCompressorInputStream(file);
        TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
      int files = 0;
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        if (entry.isFile() && files++ % every == 0) {
          List<CSVRecord> records = records(entries);
          rows.put(records.get(0).get("Name"), records);
        }
      }
    }
    return panel(rows);
  }

  private static List<CSVRecord> records(InputStream entry) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> records =
        format.parse(new InputStreamReader(entry, StandardCharsets.UTF_8)).getRecords();
    records.removeIf(row -> row.get("close").isEmpty());
    return records;
  }

  private static int day(CSVRecord row) {
    return Math.toIntExact(LocalDate.parse(row.get("date")).toEpochDay());
  }

  private static Panel panel(TreeMap<String, List<CSVRecord>> rows) {
    TreeSet<Integer> calendar = new TreeSet<>();
    rows.values().forEach(own -> own.forEach(row -> calendar.add(day(row))));
    List<Integer> days = List.copyOf(calendar);
    List<SymbolBars> symbols = new ArrayList<>();
    rows.forEach((symbol, own) -> symbols.add(bars(symbol, own, days)));
    return new Panel(days.stream().mapToInt(Integer::intValue).toArray(), symbols);
  }

  private static SymbolBars bars(String symbol, List<CSVRecord> rows, List<Integer> calendar) {
    int[] days =
        rows.stream().mapToInt(row -> Collections.binarySearch(calendar, day(row))).toArray();
    Map<Column, double[]> columns = new EnumMap<>(Column.class);
    for (Column column : List.of(Column.OPEN, Column.HIGH, Column.LOW, Column.CLOSE)) {
      String name = column.name().toLowerCase(Locale.ROOT);
      columns.put(column, rows.stream().mapToDouble(row -> price(row, name)).toArray());
    }
    return new SymbolBars(symbol, days, columns);
  }

  /** An empty open is none; an empty high or low is the close. */
  private static double price(CSVRecord row, String name) {
    String text = row.get(name);
    if (!text.isEmpty()) {
      return Double.parseDouble(text);
    }
    return name.equals("open") ? Double.NaN : Double.parseDouble(row.get("close"));
  }
}
